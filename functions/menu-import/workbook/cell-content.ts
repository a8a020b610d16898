import { decodeText } from './decode-text.ts';
import { excelDate } from './excel-date.ts';
import type { CellFormat } from './read-styles.ts';
import type { CellContent } from './workbook.ts';

/** A cell as the file writes it. */
export interface RawCell {
  /** `t`: s, str, inlineStr, b, e, d, n; absent is n. */
  type: string;
  /** The text of `v`, or of `is` for an inline string. */
  text: string;
  hasFormula: boolean;
  format: CellFormat;
}

/** What the parts beside the sheet say. */
export interface CellContext {
  sharedStrings: readonly string[];
  date1904: boolean;
}

/** What a cell holds; `undefined` where it is blank. */
export function cellContent(
  { type, text, hasFormula, format }: RawCell,
  { sharedStrings, date1904 }: CellContext,
): CellContent | undefined {
  switch (type) {
    case 's': {
      if (text === '') return uncalculated(hasFormula);
      const shared = sharedStrings[Number(text)];
      // Excel would call the file corrupt; the cell is lost, and must not look blank.
      return shared === undefined ? { type: 'error', value: '#REF!' } : textContent(shared);
    }
    case 'inlineStr':
    case 'str':
      return textContent(decodeText(text));
    case 'b':
      return text === '' ? uncalculated(hasFormula) : { type: 'boolean', value: ['1', 'true'].includes(text.trim()) };
    case 'e':
      return text === '' ? uncalculated(hasFormula) : { type: 'error', value: text.trim() };
    case 'd':
      return text === '' ? uncalculated(hasFormula) : { type: 'date', value: isoDateText(text.trim()) };
    default:
      return numberContent(text.trim(), hasFormula, format, date1904);
  }
}

function textContent(text: string): CellContent | undefined {
  return text.trim() === '' ? undefined : { type: 'text', value: text };
}

/** A formula without a value was never calculated; anything else without a value is blank. */
function uncalculated(hasFormula: boolean): CellContent | undefined {
  return hasFormula ? { type: 'formula-empty', value: '' } : undefined;
}

function numberContent(text: string, hasFormula: boolean, format: CellFormat, date1904: boolean): CellContent | undefined {
  if (text === '') return uncalculated(hasFormula);
  const value = Number(text);
  if (!Number.isFinite(value)) return { type: 'text', value: text };
  const date = format.kind === 'date' ? excelDate(value, date1904) : undefined;
  return date === undefined ? { type: 'number', value } : { type: 'date', value: date };
}

/** ISO dates lose a time of midnight, and fractions of a second. */
function isoDateText(text: string): string {
  return text
    .replace(/\.\d+/, '')
    .replace(/Z$/, '')
    .replace(/T00:00:00$/, '');
}
