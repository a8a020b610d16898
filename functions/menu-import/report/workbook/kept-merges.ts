import { parseRange } from '../../workbook/cell-address.ts';
import type { Sheet } from '../../workbook/workbook.ts';

export type CellRange = NonNullable<ReturnType<typeof parseRange>>;

/** Cells that are merged with others; past so many, nobody merged them by hand. */
const mostMergedCells = 500_000;

/**
 * The merges of a sheet that can be written: within what is used of it, of more than one cell, and none over another, which Excel
 * takes for damage.
 */
export function keptMerges({ merges }: Pick<Sheet, 'merges'>, used: { rows: number; columns: number }): CellRange[] {
  const taken = new Set<number>();
  const kept: CellRange[] = [];
  for (const range of merges.map(parseRange)) {
    if (range === undefined) continue;
    const clipped = { ...range, bottom: Math.min(range.bottom, used.rows), right: Math.min(range.right, used.columns) };
    const height = clipped.bottom - clipped.top + 1;
    const width = clipped.right - clipped.left + 1;
    if (height < 1 || width < 1 || height * width < 2 || taken.size + height * width > mostMergedCells) continue;
    const cells = placesIn(clipped, used.columns);
    if (cells.some((place) => taken.has(place))) continue;
    for (const place of cells) taken.add(place);
    kept.push(clipped);
  }
  return kept;
}

/** Each cell of the range as one number. */
function placesIn({ top, bottom, left, right }: CellRange, columns: number): number[] {
  const places: number[] = [];
  for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) places.push(row * columns + column);
  return places;
}
