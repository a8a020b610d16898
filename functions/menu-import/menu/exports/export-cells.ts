import type { Cell } from '../../workbook/workbook.ts';
import { identityText } from '../values/identity.ts';
import { cleanText } from '../values/parse-text.ts';
import { showCell } from '../values/show-cell.ts';
import type { CellRule } from './export-convention.ts';

/** A rule with the numbers of the columns that it is about. */
export type PlacedRule<Rule extends CellRule = CellRule> = Rule & { columns: readonly number[] };

export function shownText(cell: Cell): string {
  return cleanText(showCell(cell));
}

/** For comparing with the words of a rule. */
export function wordOf(cell: Cell): string {
  return identityText(shownText(cell));
}

/** The cells in these columns that show something. */
export function cellsIn(cells: readonly Cell[], columns: readonly number[]): Cell[] {
  return columns.length === 0 ? [] : cells.filter((cell) => columns.includes(cell.column) && shownText(cell) !== '');
}

/** Whether a rule holds of every cell that it is about, and of one at least: a column for each store. */
export function holdsThroughout(cells: readonly Cell[], { columns, values }: PlacedRule): boolean {
  const filled = cellsIn(cells, columns);
  return filled.length > 0 && filled.every((cell) => values.includes(wordOf(cell)));
}

/** The cells that a rule holds of. A cell may list several words: "simple, virtual". */
export function cellsMatching(cells: readonly Cell[], { columns, values }: PlacedRule): Cell[] {
  return cellsIn(cells, columns).filter((cell) =>
    wordOf(cell)
      .split(/\s*,\s*/)
      .some((part) => values.includes(part)),
  );
}
