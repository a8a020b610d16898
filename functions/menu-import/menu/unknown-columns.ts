import type { FindingParam } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { nameSome } from '../issues/name-some.ts';
import type { HeaderColumn } from './header-columns.ts';
import { nearestHeader } from './nearest-header.ts';
import { oneLine } from './one-line.ts';
import { bareName } from './parse-header.ts';

interface PlacedColumn {
  sheet: string;
  column: HeaderColumn;
}

/** Columns nobody knows, each once over the whole workbook, at the first place where it stands. */
export function unknownColumnIssues(columns: readonly PlacedColumn[]): Issue[] {
  const same = Map.groupBy(columns, ({ column }) => bareName(column.header) || column.header);
  return [...same.values()].flatMap((places) => {
    const [first] = places;
    if (first === undefined) return [];
    const { sheet, column } = first;
    const nearest = nearestHeader(column.header);
    const params = { header: oneLine(column.header), onSheets: onSheets(places), ...(nearest === undefined ? {} : { nearest }) };
    const code = nearest === undefined ? 'unknown_column' : 'unknown_column_close';
    return [makeIssue({ code, params }, { sheet, row: column.row, column: column.column, value: column.header })];
  });
}

const mostSheetsNamed = 10;

/** Nothing where it is one sheet, which the place names. */
function onSheets(places: readonly PlacedColumn[]): FindingParam {
  const sheets = [...new Set(places.map(({ sheet }) => `"${sheet}"`))];
  if (sheets.length < 2) return '';
  return { phrase: 'on_sheets', params: { sheets: nameSome(sheets, mostSheetsNamed) } };
}
