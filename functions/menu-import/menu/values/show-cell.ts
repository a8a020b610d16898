import type { Cell } from '../../workbook/workbook.ts';
import { isPercentFormat } from './percent-format.ts';
import { showInFormat } from './show-in-format.ts';

/** What a cell shows: no exponents, no binary noise, a percent as a percent. Separators of thousands and decimals are left to the country. */
export function showCell(cell: Cell): string {
  switch (cell.type) {
    case 'number':
      if (isPercentFormat(cell.numberFormat)) return `${showNumber(cell.value * 100)}%`;
      return (cell.numberFormat === undefined ? undefined : showInFormat(cell.value, cell.numberFormat)) ?? showNumber(cell.value);
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
