import type { CellValue } from 'exceljs';
import { excelSerial } from '../../workbook/excel-serial.ts';
import { formatKind } from '../../workbook/number-format.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { escapeText } from './escape-text.ts';

/** Excel takes no longer format. */
const longestFormat = 255;
/** Whatever is typed into a cell of this format is a text. */
const textFormat = '@';
/** What a text begins with that would be a formula once somebody edits its cell, or in the CSV that is made of it. */
const formulaStart = /^[=+\-@\t\r\n]/;

interface WrittenValue {
  value: CellValue;
  numberFormat?: string;
}

/** A cell of the merchant's as exceljs takes it, which is no formula and no link, whatever it looks like. */
export function cellValue(cell: Cell): WrittenValue {
  const format = cell.numberFormat !== undefined && cell.numberFormat.length <= longestFormat ? { numberFormat: cell.numberFormat } : {};
  switch (cell.type) {
    case 'text':
      return writtenText(cell.value, format);
    case 'number':
    case 'boolean':
      return { value: cell.value, ...format };
    case 'date': {
      const isDateFormat = format.numberFormat !== undefined && formatKind(format.numberFormat) !== 'number';
      return { value: excelSerial(cell.value), ...(isDateFormat ? format : { numberFormat: dateFormat(cell.value) }) };
    }
    case 'error':
      return writtenError(cell.value, format);
    case 'formula-empty':
      // Nobody knows its value. An empty cell would say that it has none.
      return writtenError('#N/A', format);
  }
}

/** A text that stays one. */
export function writtenText(text: string, format: { numberFormat?: string } = {}): WrittenValue {
  return { value: escapeText(text), ...(formulaStart.test(text) ? { numberFormat: textFormat } : format) };
}

/** exceljs names the errors that it knows; Excel has had more since. */
function writtenError(error: string, format: { numberFormat?: string }): WrittenValue {
  return { value: { error } as CellValue, ...format };
}

/** For a date that the file shows without a format. */
function dateFormat(shown: string): string {
  if (!shown.includes(':')) return 'yyyy-mm-dd';
  return shown.includes('T') ? 'yyyy-mm-dd hh:mm:ss' : '[h]:mm:ss';
}
