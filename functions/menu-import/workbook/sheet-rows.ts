import { parseRange } from './cell-address.ts';
import { columnLetter } from './column-letter.ts';
import type { ContentBudget } from './content-budget.ts';
import { WorkbookRefused } from './errors.ts';
import type { Cell, CellContent, Row } from './workbook.ts';

/** Merges may not overlap, so that an honest sheet is done in fewer steps. */
const mostMergeSteps = 20_000_000;

/** Collects the cells of one sheet that have a value, in whatever order they come. */
export class SheetRows {
  readonly #sheet: string;
  readonly #budget: ContentBudget;
  readonly #rows = new Map<number, { hidden: boolean; cells: Map<number, Cell> }>();

  constructor(sheet: string, budget: ContentBudget) {
    this.#sheet = sheet;
    this.#budget = budget;
  }

  /** Of two values in one place the last counts. */
  add(content: CellContent, place: { row: number; column: number; hidden: boolean; rowHidden: boolean; numberFormat?: string }): void {
    const { row, column, rowHidden, numberFormat } = place;
    this.#budget.checkColumn(column);
    this.#budget.countText(String(content.value).length + this.#sheet.length + (numberFormat?.length ?? 0));
    let kept = this.#rows.get(row);
    if (kept === undefined) {
      this.#budget.countRow();
      kept = { hidden: rowHidden, cells: new Map() };
      this.#rows.set(row, kept);
    }
    kept.cells.set(column, {
      ...content,
      sheet: this.#sheet,
      row,
      column,
      address: `${columnLetter(column)}${row}`,
      ...(numberFormat === undefined ? {} : { numberFormat }),
      ...(place.hidden || rowHidden ? { hidden: true as const } : {}),
    });
  }

  /** A merge shows its first cell only. What a file holds below it, nobody who looks at the sheet can see. */
  dropMerged(merges: readonly string[]): void {
    let steps = 0;
    for (const range of merges.map(parseRange)) {
      if (range === undefined) continue;
      for (const row of keysBetween(this.#rows, range.top, range.bottom)) {
        const cells = this.#rows.get(row)?.cells;
        steps += 1 + Math.min(cells?.size ?? 0, range.right - range.left + 1);
        if (steps > mostMergeSteps) throw new WorkbookRefused('damaged_workbook', { merges: merges.length });
        if (cells === undefined) continue;
        for (const column of keysBetween(cells, range.left, range.right)) {
          if (row !== range.top || column !== range.left) cells.delete(column);
        }
        if (cells.size === 0) this.#rows.delete(row);
      }
    }
  }

  inOrder(): Row[] {
    return [...this.#rows]
      .toSorted(([a], [b]) => a - b)
      .map(([row, { hidden, cells }]) => ({
        sheet: this.#sheet,
        row,
        hidden,
        cells: [...cells.values()].toSorted((a, b) => a.column - b.column),
      }));
  }
}

/** At least the keys from first to last, in steps no more than the map has keys, however wide the range. */
function keysBetween(map: ReadonlyMap<number, unknown>, first: number, last: number): number[] {
  if (last - first < map.size) return Array.from({ length: last - first + 1 }, (_, step) => first + step);
  return [...map.keys()].filter((key) => key >= first && key <= last);
}
