import type { Cell, Row } from '../workbook/workbook.ts';
import { holdsData } from './holds-data.ts';
import { isTotal } from './is-total.ts';
import type { MergedRanges } from './merged-ranges.ts';
import { columnsOf, type SheetLayout } from './sheet-layout.ts';

/** How rows with a title and a price are written. What a heading is known by, they hardly ever have. */
export interface TitleHabits {
  /** Of titles. False where there is none to compare with. */
  rarely: Record<TitleStyle, boolean>;
  /** Nearly all of these rows fill at least two columns besides title and price. */
  fullRows: boolean;
  /** Below the last of them stand footnotes and signatures; 0 where there is none. */
  lastPricedRow: number;
}

export type TitleStyle = 'bold' | 'capitals' | 'merged';

/** Enough rows to speak of a habit. */
const fewestFullRows = 5;

export function titleHabits(rows: readonly Row[], layout: SheetLayout, merges: MergedRanges): TitleHabits {
  const counts = { rows: 0, full: 0, bold: 0, capitals: 0, merged: 0 };
  let lastPricedRow = 0;
  const titles = columnsOf(layout, 'title');
  const prices = columnsOf(layout, 'price', 'takeAwayPrice');
  for (const row of rows) {
    const { cells } = row;
    const title = cells.find(({ column, type }) => type === 'text' && titles.has(column));
    const isPriced = title !== undefined && cells.some((cell) => prices.has(cell.column) && holdsData(cell));
    if (!isPriced || row.hidden || isTotal(cells)) continue;
    lastPricedRow = row.row;
    counts.rows += 1;
    if (cells.filter(({ column }) => !titles.has(column) && !prices.has(column)).length >= 2) counts.full += 1;
    for (const style of titleStyles(title, merges)) counts[style] += 1;
  }
  const rarely = (style: TitleStyle) => counts.rows > 0 && counts[style] * 10 <= counts.rows;
  return {
    rarely: { bold: rarely('bold'), capitals: rarely('capitals'), merged: rarely('merged') },
    fullRows: counts.rows >= fewestFullRows && counts.full * 10 >= counts.rows * 9,
    lastPricedRow,
  };
}

/** How a text is set that may be a heading. */
export function titleStyles({ row, column, value, bold }: Cell, merges: MergedRanges): TitleStyle[] {
  const text = String(value);
  return [
    ...(bold === true ? (['bold'] as const) : []),
    ...(text.toUpperCase() === text && text.toLowerCase() !== text ? (['capitals'] as const) : []),
    ...(merges.acrossColumns(row, column)?.left === column ? (['merged'] as const) : []),
  ];
}
