import { columnLetter } from '../workbook/column-letter.ts';
import type { Row, Sheet } from '../workbook/workbook.ts';
import { type HeaderRow, isRepeatedHeader } from './find-header-row.ts';
import type { SkippedBecause } from './menu.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { identityText } from './values/identity.ts';
import { showCell } from './values/show-cell.ts';

const totals = new Set(['total', 'grand total', 'sub total', 'subtotal', 'sum', 'jumlah', '合計', '小計']);
const noteStart = /^(?:\*|note\b|notes\b|catatan\b|nb\b|n\.b\.|※)/i;

/** Why a row below the header is no menu row; `undefined` where it is one, or where leaving it out would be a guess. */
export function skipReason(row: Row, sheet: Sheet, layout: SheetLayout): SkippedBecause | undefined {
  if (sheet.hidden) return 'hidden_sheet';
  if (row.hidden) return 'hidden_row';
  if (isRepeatedHeader(row, layout.header)) return 'repeated_header';
  const [first, ...others] = row.cells;
  if (first === undefined) return undefined;
  if (first.type === 'text' && totals.has(identityText(first.value).replace(/[:.]$/, ''))) return 'total';
  if (others.length > 0 || first.type !== 'text') return undefined;
  if (noteStart.test(first.value.trim())) return 'note';
  return isSectionTitle(first.value, first.column, first.row, sheet, layout.header) ? 'section_title' : undefined;
}

/**
 * A text alone in its row is a heading where it is written as one: in capitals, over merged cells, or in a column that
 * holds no titles. Otherwise it is taken for an item whose price was forgotten, because that is the louder mistake.
 */
function isSectionTitle(text: string, column: number, row: number, sheet: Sheet, header: HeaderRow): boolean {
  const inCapitals = text.toUpperCase() === text && text.toLowerCase() !== text;
  const merged = sheet.merges.some((range) => mergeStartsAt(range, column, row));
  const inTitleColumn = header.columns.some((known) => known.column === column && known.meaning?.field === 'title');
  return inCapitals || merged || !inTitleColumn;
}

function mergeStartsAt(range: string, column: number, row: number): boolean {
  const [start = '', end = ''] = range.split(':');
  return start === `${columnLetter(column)}${row}` && start.replace(/\d+/, '') !== end.replace(/\d+/, '');
}

/** The text of a row that is passed over, for the report. */
export function rowText({ cells }: Row): string {
  return cells.map(showCell).join(' | ').slice(0, 200);
}
