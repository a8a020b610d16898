import type { Cell, Row } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { HeaderRow } from './find-header-row.ts';
import type { HeaderColumn } from './header-columns.ts';
import { holdsData } from './holds-data.ts';
import type { MergedRange, MergedRanges } from './merged-ranges.ts';

const isName = (cell: Cell) => cell.type === 'text' && !holdsData(cell);

/** What a column holds that has this header. */
const fits: Partial<Record<Field, (cell: Cell) => boolean>> = {
  title: isName,
  description: isName,
  price: holdsData,
  takeAwayPrice: holdsData,
};

/**
 * A header that is merged over several columns stands in the first of them, but means the one that holds what it says: "Price" over a
 * column of "Rp" and one of amounts, "Menu" over numbers and names. Where more than one may be meant, it stays in the first.
 */
export function settleMergedHeaders(header: HeaderRow, rows: readonly Row[], merges: MergedRanges): HeaderRow {
  const named = new Set(header.columns.map(({ column }) => column));
  const columns = header.columns.map((column) => {
    const range = merges.acrossColumns(column.row, column.column);
    const isFit = column.meaning && fits[column.meaning.field];
    // With headers of its own below it, a merged one says nothing of its columns.
    if (range === undefined || isFit === undefined || spannedColumns(range).some((one) => one !== column.column && named.has(one)))
      return column;
    return settle(column, spannedColumns(range), rows, isFit);
  });
  return { ...header, columns: columns.toSorted((a, b) => a.column - b.column) };
}

function settle(header: HeaderColumn, spanned: readonly number[], rows: readonly Row[], isFit: (cell: Cell) => boolean): HeaderColumn {
  const counts = new Map(spanned.map((column) => [column, 0]));
  for (const { cells } of rows) {
    for (const cell of cells) if (counts.has(cell.column) && isFit(cell)) counts.set(cell.column, (counts.get(cell.column) ?? 0) + 1);
  }
  const [best, second] = [...counts].toSorted(([, a], [, b]) => b - a);
  if (best === undefined || second === undefined || !isClear(best[1], second[1], header)) return header;
  return { ...header, column: best[0], besides: spanned.filter((column) => column !== best[0]) };
}

/** Section titles stand in the first column beside names; an amount in two columns may be two prices. */
function isClear(best: number, second: number, { meaning }: HeaderColumn): boolean {
  return meaning?.field === 'price' || meaning?.field === 'takeAwayPrice' ? best > 0 && second === 0 : best > second * 3;
}

const mostColumns = 20;

function spannedColumns({ left, right }: MergedRange): number[] {
  return Array.from({ length: Math.min(right - left + 1, mostColumns) }, (_, offset) => left + offset);
}
