import type { Cell, Row } from '../workbook/workbook.ts';
import type { MergedRange, MergedRanges } from './merged-ranges.ts';

/** What a merge over several rows shows in a row below its first. */
interface MergedValue {
  /** Where the value stands. */
  cell: Cell;
  range: MergedRange;
}

export type FindMergedValue = (row: number, column: number) => MergedValue | undefined;

/** Finds what merges show, in these rows only: a merge that begins in the header has nothing to say below it. */
export function mergedValues(rows: readonly Row[], merges: MergedRanges): FindMergedValue {
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  // Each row that a merge covers asks for the same cell.
  const found = new Map<MergedRange, Cell | undefined>();
  return (row, column) => {
    const range = merges.fromAbove(row, column);
    if (range === undefined) return undefined;
    if (!found.has(range))
      found.set(
        range,
        byNumber.get(range.top)?.cells.find((cell) => cell.column === range.left),
      );
    const cell = found.get(range);
    return cell && { cell, range };
  };
}
