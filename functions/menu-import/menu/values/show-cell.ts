import type { Cell } from '../../workbook/workbook.ts';
import { isPercentFormat } from './percent-format.ts';

/** What a cell shows, near enough for a sentence: no exponents, no binary noise, a percent as a percent. */
export function showCell(cell: Cell): string {
  switch (cell.type) {
    case 'number':
      return isPercentFormat(cell.numberFormat) ? `${showNumber(cell.value * 100)}%` : showNumber(cell.value);
    case 'boolean':
      return cell.value ? 'TRUE' : 'FALSE';
    default:
      return cell.value;
  }
}

/** A number with the digits that Excel keeps, 15, and no more; without an exponent below 1e21. */
export function showNumber(value: number): string {
  const clean = Number(value.toPrecision(15));
  const [mantissa = '', zeros] = String(clean).split('e-');
  if (zeros === undefined) return String(clean);
  return `${clean < 0 ? '-' : ''}0.${'0'.repeat(Number(zeros) - 1)}${mantissa.replaceAll(/\D/g, '')}`;
}
