import { parseRange } from '../workbook/cell-address.ts';
import type { Sheet } from '../workbook/workbook.ts';

/** Corners count from 1; the value of a merge stands in its first cell, `top` and `left`. */
export interface MergedRange {
  /** As written: `C3:C5`. */
  range: string;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** Nobody merges by hand as often as this. A sheet that claims to is read without those beyond, which leaves cells empty, and rows without a price fail. */
const mostRanges = 50_000;

/** The merged cells of a sheet, by their place. */
export class MergedRanges {
  readonly #byTop: ReadonlyMap<number, readonly MergedRange[]>;
  readonly #tallByLeft: ReadonlyMap<number, readonly MergedRange[]>;

  constructor({ merges }: Pick<Sheet, 'merges'>) {
    const ranges = merges.slice(0, mostRanges).flatMap((range): MergedRange[] => {
      const corners = parseRange(range);
      return corners === undefined ? [] : [{ range, ...corners }];
    });
    this.#byTop = Map.groupBy(ranges, ({ top }) => top);
    const tall = ranges.filter(({ top, bottom }) => bottom > top).toSorted((a, b) => a.top - b.top);
    this.#tallByLeft = Map.groupBy(tall, ({ left }) => left);
  }

  /** The merge over several columns whose first row this is, and that lies over the column. */
  acrossColumns(row: number, column: number): MergedRange | undefined {
    return this.#byTop.get(row)?.find(({ left, right }) => right > left && left <= column && column <= right);
  }

  /** The merge over several rows whose first cell this is. */
  startingAt(row: number, column: number): MergedRange | undefined {
    return this.#byTop.get(row)?.find(({ left, top, bottom }) => left === column && bottom > top);
  }

  /** The merge whose value stands in this column, in a row above. */
  fromAbove(row: number, column: number): MergedRange | undefined {
    const tall = this.#tallByLeft.get(column) ?? [];
    let [low, high] = [0, tall.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((tall[middle]?.top ?? Number.POSITIVE_INFINITY) < row) low = middle + 1;
      else high = middle;
    }
    const last = tall[low - 1];
    return last !== undefined && last.bottom >= row ? last : undefined;
  }
}
