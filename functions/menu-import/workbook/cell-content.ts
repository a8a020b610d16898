import { decodeText } from './decode-text.ts';
import { excelDate } from './excel-date.ts';
import { isoDate } from './iso-date.ts';
import type { CellFormat } from './read-styles.ts';
import type { CellContent } from './workbook.ts';

/** A cell as the file writes it. */
export interface RawCell {
  /** `t`: s, str, inlineStr, b, e, d, n; absent is n. */
  type: string;
  /** The text of `v`, or of `is` for an inline string; absent where the cell has neither. */
  text?: string;
  hasFormula: boolean;
  format: CellFormat;
}

/** What the parts beside the sheet say. */
export interface CellContext {
  /** The shared string of that number; `undefined` where there is none. */
  sharedString: (position: number) => string | undefined;
  date1904: boolean;
  /** The writer calculated nothing and asks Excel to do so: its formulas hold a 0 that means nothing. */
  uncalculated: boolean;
}

const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?$/i;

/** What a cell holds; `undefined` where it is blank. */
export function cellContent(cell: RawCell, context: CellContext): CellContent | undefined {
  const { type, text = '', hasFormula } = cell;
  // A formula may have an empty text for its value; only one that has no value at all was never calculated.
  if (type === 'str' || type === 'inlineStr') return cell.text === undefined ? blank(hasFormula) : textContent(decodeText(text));
  const value = text.trim();
  if (value === '') return blank(hasFormula);
  switch (type) {
    case 's': {
      const shared = context.sharedString(Number(value));
      // Excel would call the file corrupt; the cell is lost, and must not look blank.
      return shared === undefined ? { type: 'error', value: '#REF!' } : textContent(shared);
    }
    case 'b':
      return { type: 'boolean', value: ['1', 'true'].includes(value.toLowerCase()) };
    case 'e':
      return { type: 'error', value };
    case 'd': {
      const date = isoDate(value);
      return date === undefined ? textContent(text) : { type: 'date', value: date };
    }
    default:
      return number.test(value) ? numberContent(Number(value), cell, context) : textContent(text);
  }
}

function textContent(text: string): CellContent | undefined {
  return text.trim() === '' ? undefined : { type: 'text', value: text };
}

/** A formula without a value was never calculated; anything else without a value is blank. */
function blank(hasFormula: boolean): CellContent | undefined {
  return hasFormula ? { type: 'formula-empty', value: '' } : undefined;
}

function numberContent(value: number, { hasFormula, format }: RawCell, { date1904, uncalculated }: CellContext): CellContent | undefined {
  if (uncalculated && hasFormula && value === 0) return blank(hasFormula);
  // More than a double can hold; the text at least says so.
  if (!Number.isFinite(value)) return { type: 'text', value: String(value) };
  const date = format.kind === 'number' ? undefined : excelDate(value, format.kind, date1904);
  return date === undefined ? { type: 'number', value } : { type: 'date', value: date };
}
