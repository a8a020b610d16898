import type { Cell } from '../workbook/workbook.ts';
import { identityText } from './values/identity.ts';

/** `Total`, `Grand total:`, `TOTAL (12 items)`, `Jumlah menu: 12`; not a dish such as "Total comfort burger". */
const label =
  /^(?:(?:grand|sub|overall)?[ -]?total|sum|(?:sub )?jumlah|合計|小計|総計|総合計|รวม|รวมทั้งหมด|tổng|tổng cộng|kabuuan)(?: (?:of )?(?:items?|menus?|dishes|products?|produk|harga|prices?|amount|keseluruhan|semua))?\s*[:：=.]*\s*(?:\([^()]*\))?\s*(?:\d[\d.,]*(?: \p{L}+)?)?$/u;

/** Whether the first text of a row names a sum. */
export function isTotal(cells: readonly Cell[]): boolean {
  const first = cells.find(({ type }) => type === 'text');
  return first !== undefined && label.test(identityText(String(first.value)));
}
