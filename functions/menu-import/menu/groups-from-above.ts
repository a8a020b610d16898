import type { Cell } from '../workbook/workbook.ts';
import type { MergedRanges } from './merged-ranges.ts';
import type { MenuTable } from './read-tables.ts';
import { looksBlank } from './row-reader.ts';
import { columnsOf } from './sheet-layout.ts';

/**
 * On a sheet of modifier options the group is often written into the first row of its block only. Which cell each row without a group
 * of its own has it from, by the number of the row. A blank row ends a block, and so do a heading, the end of a merge, and a hidden row
 * that names another group: an option in the wrong group is found out later than one without.
 */
export function groupsFromAbove({ layout, rows, merges }: MenuTable): ReadonlyMap<number, Cell> {
  const from = new Map<number, Cell>();
  const [column] = columnsOf(layout, 'group');
  if (layout.role !== 'modifier_options' || column === undefined) return from;
  let block: Cell | undefined;
  let previousRow = layout.header.row;
  for (const { row, because } of rows) {
    const own = row.cells.find((cell) => cell.column === column && !looksBlank(cell));
    if (row.row > previousRow + 1 || (block !== undefined && isBelowMerge(block, row.row, merges))) block = undefined;
    previousRow = row.row;
    // A group alone in its row is the group of the block below it.
    if (because === undefined || because === 'section_title') block = own ?? (because === undefined ? block : undefined);
    else if (because === 'hidden_row' && own !== undefined) block = undefined;
    if (because === undefined && own === undefined && block !== undefined) from.set(row.row, block);
  }
  return from;
}

function isBelowMerge({ row, column }: Cell, current: number, merges: MergedRanges): boolean {
  const range = merges.startingAt(row, column);
  return range !== undefined && current > range.bottom;
}
