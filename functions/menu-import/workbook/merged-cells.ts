import { parseRange } from './cell-address.ts';
import { WorkbookRefused } from './errors.ts';

/** Merges may not overlap, so that an honest sheet is done in fewer steps. */
const mostSteps = 20_000_000;

/** Cells in order: the number of each row, where its cells begin, and the column of each cell. */
interface OrderedCells {
  rows: Uint32Array;
  firstCells: Uint32Array;
  columns: Uint16Array;
}

/**
 * Which cells nobody sees: a merge shows its first cell only, whatever the file holds below it. 1 by position; `undefined` where
 * there are none. Throws `WorkbookRefused` where merges lie over merges beyond all measure.
 */
export function coveredCells(cells: OrderedCells, merges: readonly string[]): Uint8Array | undefined {
  const { rows, firstCells, columns } = cells;
  let covered: Uint8Array | undefined;
  let steps = 0;
  for (const range of merges.map(parseRange)) {
    if (range === undefined) continue;
    steps += 1;
    for (let row = firstAtLeast(rows, range.top, 0, rows.length); row < rows.length && (rows[row] as number) <= range.bottom; row += 1) {
      const end = firstCells[row + 1] as number;
      let cell = firstAtLeast(columns, range.left, firstCells[row] as number, end);
      for (; cell < end && (columns[cell] as number) <= range.right; cell += 1) {
        steps += 1;
        if (rows[row] === range.top && columns[cell] === range.left) continue;
        covered ??= new Uint8Array(columns.length);
        covered[cell] = 1;
      }
      steps += 1;
      if (steps > mostSteps) throw new WorkbookRefused('damaged_workbook', { merges: merges.length });
    }
  }
  return covered;
}

/** The position of the first of these ascending numbers that is at least so much; `end` where there is none. */
function firstAtLeast(numbers: Uint32Array | Uint16Array, least: number, start: number, end: number): number {
  let [low, high] = [start, end];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
