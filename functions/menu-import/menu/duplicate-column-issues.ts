import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { columnLetter } from '../workbook/column-letter.ts';
import { oneLine } from './one-line.ts';
import type { UsedColumn } from './sheet-layout.ts';

/** Two columns that say the same. */
export interface DuplicateColumn {
  kept: UsedColumn;
  other: UsedColumn;
}

/** What is said of columns that are not read because another says the same. */
export function duplicateColumnIssues(sheet: string, duplicates: readonly DuplicateColumn[]): Issue[] {
  const has = (field: UsedColumn['field']) => duplicates.some(({ kept, other }) => other.field === field && other.column > kept.column);
  const [first] = duplicates;
  // Names and prices once more to the right: that is another table, and its rows are lost.
  if (first !== undefined && has('title') && has('price')) {
    const columns = duplicates.map(({ other }) => columnLetter(other.column));
    return [makeIssue({ code: 'table_beside_another', params: { columns: { list: columns } } }, placeOf(sheet, first.other))];
  }
  return duplicates.map(({ kept, other }) => {
    const used = { phrase: 'column_at', params: { header: oneLine(kept.header), letter: columnLetter(kept.column) } } as const;
    return makeIssue({ code: 'duplicate_column', params: { header: oneLine(other.header), other: used } }, placeOf(sheet, other));
  });
}

function placeOf(sheet: string, { row, column, header }: UsedColumn): { sheet: string; row: number; column: number; value: string } {
  return { sheet, row, column, value: header };
}
