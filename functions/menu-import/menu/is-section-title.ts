import type { Cell } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { MergedRanges } from './merged-ranges.ts';
import { fieldOf, type SheetLayout } from './sheet-layout.ts';
import { type TitleHabits, titleStyles } from './title-habits.ts';

/** Columns that a heading may stand in. A lone text in another one, such as a price, belongs to a dish whose title is missing. */
const headingFields = new Set<Field | undefined>([undefined, 'unused', 'type', 'description', 'group']);

/**
 * Titles alone in their row are a heading where they are written as one and the titles of dishes are not: in bold, in capitals, over
 * merged cells, or above dishes in a sheet whose rows are full. Everything else is taken for an item whose price was forgotten, because
 * that is the louder mistake.
 */
export function isSectionTitle(cells: readonly Cell[], layout: SheetLayout, merges: MergedRanges, habits: TitleHabits): boolean {
  const [first, ...others] = cells;
  if (first === undefined || cells.some(({ type }) => type !== 'text')) return false;
  if (cells.some(({ column }) => fieldOf(layout, column) !== 'title')) {
    return others.length === 0 && headingFields.has(fieldOf(layout, first.column));
  }
  if (habits.fullRows && first.row < habits.lastPricedRow) return true;
  const styles = cells.map((cell) => titleStyles(cell, merges));
  if (habits.rarely.merged && others.length === 0 && styles[0]?.includes('merged') === true) return true;
  if (habits.rarely.bold && styles.every((style) => style.includes('bold'))) return true;
  // Scripts without capitals say nothing beside one that has them.
  const isHeading = (style: (typeof styles)[number], position: number) => style.includes('capitals') || hasNoCase(cells[position]);
  return habits.rarely.capitals && styles.every(isHeading) && styles.some((style) => style.includes('capitals'));
}

function hasNoCase(cell: Cell | undefined): boolean {
  const text = String(cell?.value);
  return text.toUpperCase() === text.toLowerCase();
}
