import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { nameSome } from '../issues/name-some.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { HeaderRow } from './find-header-row.ts';
import { oneLine } from './one-line.ts';

/** Enough to know them again; an export has sixty columns. */
const mostNamed = 12;

/** One warning a sheet for the columns that klikit has no place for, and one for the taxes of another system. Empty columns lose nothing. */
export function unusedColumnIssues(sheet: Sheet, header: HeaderRow, system = ''): Issue[] {
  const idle = header.columns.filter(({ meaning }) => meaning?.field === 'unused' || meaning?.field === 'taxFlag');
  if (idle.length === 0) return [];
  const below = sheet.rows.filter(({ row }) => row > header.row);
  const filled = new Set(below.flatMap(({ cells }) => cells.map(({ column }) => column)));
  const issue = (code: 'columns_unused' | 'export_taxes_unused', field: 'unused' | 'taxFlag'): Issue[] => {
    const named = idle
      .filter(({ column, meaning }) => meaning?.field === field && filled.has(column))
      .map((column) => `"${oneLine(column.header)}"`);
    const params = { columns: nameSome(named, mostNamed), system };
    return named.length === 0 ? [] : [makeIssue({ code, params }, { sheet: sheet.name, row: header.row })];
  };
  return [...issue('columns_unused', 'unused'), ...issue('export_taxes_unused', 'taxFlag')];
}
