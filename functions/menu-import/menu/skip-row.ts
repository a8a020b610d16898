import type { Cell, Row, Sheet } from '../workbook/workbook.ts';
import { isNote } from './is-note.ts';
import { isSectionTitle } from './is-section-title.ts';
import { isTotal } from './is-total.ts';
import type { SkippedBecause } from './menu.ts';
import type { MergedRanges } from './merged-ranges.ts';
import { oneLine } from './one-line.ts';
import { isRepeatedHeader } from './repeated-header.ts';
import { columnsOf, fieldOf, type SheetLayout } from './sheet-layout.ts';
import type { TitleHabits } from './title-habits.ts';
import { showCell } from './values/show-cell.ts';

/** What is known of a table before its rows are sorted. */
export interface TableContext {
  sheet: Sheet;
  layout: SheetLayout;
  merges: MergedRanges;
  habits: TitleHabits;
}

/** Why a row is no menu row; `undefined` where it is one, or where leaving it out would be a guess. */
export function skipReason(row: Row, { sheet, layout, merges, habits }: TableContext): SkippedBecause | undefined {
  if (sheet.hidden) return 'hidden_sheet';
  if (row.hidden) return 'hidden_row';
  if (row.row <= layout.header.row) return 'repeated_header';
  // No system exports headings, notes or totals.
  if (layout.export !== undefined) return layout.export.skipReason(row);
  // What a report adds beside a heading does not make a dish of it.
  const cells = row.cells.filter(({ column }) => fieldOf(layout, column) !== 'result');
  if (isRepeatedHeader(cells, layout.header)) return 'repeated_header';
  if (isTotal(cells)) return 'total';
  if (hasPriceFromAbove(row, layout, merges)) return undefined;
  if (isNote(cells, habits.lastPricedRow > 0 && row.row > habits.lastPricedRow)) return 'note';
  return isSectionTitle(cells, layout, merges, habits) ? 'section_title' : undefined;
}

function hasPriceFromAbove({ row }: Row, layout: SheetLayout, merges: MergedRanges): boolean {
  const ranges = [...columnsOf(layout, 'price')].map((column) => merges.fromAbove(row, column));
  return ranges.some((range) => range !== undefined && range.top > layout.header.row);
}

/** The text of a row that is passed over, for the report. */
export function rowText(cells: readonly Cell[]): string {
  return oneLine(cells.map(showCell).join(' | '));
}
