import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { nameSome } from '../issues/name-some.ts';
import { columnLetter } from '../workbook/column-letter.ts';
import { holdsData } from './holds-data.ts';
import type { MenuTable } from './read-tables.ts';
import type { SortedSheet } from './sort-sheets.ts';
import { unknownColumnIssues } from './unknown-columns.ts';

/** What is to be said of sheets and columns, rather than of rows. */
export function sheetIssues(sheets: readonly SortedSheet[]): Issue[] {
  const unknown = sheets
    .filter(({ purpose }) => purpose === 'menu')
    .flatMap(({ sheet, tables }) => tables.flatMap(({ layout }) => layout.unknown.map((column) => ({ sheet: sheet.name, column }))));
  return [...unknownColumnIssues(unknown), ...sheets.flatMap(issuesOfSheet)];
}

function issuesOfSheet({ sheet, purpose, tables, continues }: SortedSheet): Issue[] {
  const place = { sheet: sheet.name };
  if (purpose === 'menu') {
    const hidden = sheet.hidden ? [makeIssue({ code: 'sheet_hidden' }, place)] : [];
    return [...hidden, ...rowsAboveHeader(tables), ...tables.flatMap((table) => [...table.layout.issues, ...columnsWithoutHeader(table)])];
  }
  if (purpose !== 'other' || sheet.hidden || sheet.rows.length === 0) return [];
  if (continues === undefined) return [makeIssue({ code: 'sheet_ignored' }, place)];
  return [makeIssue({ code: 'sheet_without_header', params: { other: continues } }, place)];
}

/** A banner has a date at most, or a telephone number. */
const fewestLostRows = 3;

function rowsAboveHeader([first]: readonly MenuTable[]): Issue[] {
  if (first === undefined) return [];
  const { sheet, layout } = first;
  const { row, firstRow = row } = layout.header;
  const above = sheet.rows.filter((one) => one.row < firstRow && one.cells.length > 1 && one.cells.some(holdsData));
  if (above.length < fewestLostRows) return [];
  return [makeIssue({ code: 'rows_above_header', params: { rows: above.length } }, { sheet: sheet.name, row: firstRow })];
}

const mostLetters = 10;

function columnsWithoutHeader({ sheet, layout, rows }: MenuTable): Issue[] {
  const named = new Set(layout.header.columns.flatMap(({ column, besides = [] }) => [column, ...besides]));
  const found = new Set<number>();
  for (const { row, because } of rows) {
    if (because === undefined) for (const { column } of row.cells) if (!named.has(column)) found.add(column);
  }
  const nameless = [...found].toSorted((a, b) => a - b);
  const [column] = nameless;
  if (column === undefined) return [];
  const params = { letters: nameSome(nameless.map(columnLetter), mostLetters) };
  return [makeIssue({ code: 'column_without_header', params }, { sheet: sheet.name, row: layout.header.row, column })];
}
