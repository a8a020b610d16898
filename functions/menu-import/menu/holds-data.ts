import type { Cell } from '../workbook/workbook.ts';
import { currenciesOfSign } from './values/parse-currency.ts';
import { readMoneyText } from './values/read-money-text.ts';

/** Whether a cell holds what stands in rows, and not in headers: a number, a date, yes or no, an amount written as text. */
export function holdsData(cell: Cell): boolean {
  if (cell.type !== 'text') return true;
  const money = readMoneyText(cell.value, { decimals: 2, lakhs: false });
  return money !== undefined && money.signs.every((sign) => currenciesOfSign(sign) !== undefined);
}
