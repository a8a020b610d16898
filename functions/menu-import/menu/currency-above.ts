import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Cell, Sheet } from '../workbook/workbook.ts';
import { bareName } from './parse-header.ts';
import { parseCurrencyTag } from './values/parse-currency.ts';
import { showCell } from './values/show-cell.ts';

const words = ['currency', 'mata uang', 'matawang', 'moneda', 'salapi', 'tiền tệ', 'สกุลเงิน', '通貨'];
const keys = new Set(words.map(bareName));
/** `Currency: USD` */
const keyed = new RegExp(`^(?:${words.join('|')})\\s*[:：=]\\s*(\\S.{0,30})$`, 'iu');
/** `All prices are in USD`, `Harga dalam Rupiah` */
const prose = /(?:\bprices?\b[^.]{0,20}\bin|\bharga\s+(?:dalam|dlm))\s+([\p{L}$€£¥₱฿₫]{1,20})/iu;
const thousands = /(?:\bprices?\b|\bharga\b|\bin\b|\bdalam\b)[^.]{0,20}(?:\bthousands?\b|\bribuan\b|\bx\s?1[.,]?000\b|\('?000s?\))/iu;

/** What the lines above a header say of the money below it. */
export interface CurrencyAbove {
  /** ISO 4217. */
  currency?: string;
  /** Why nothing can be imported: the money would be wrong. */
  fault?: Issue;
}

/** Looks for a currency between banner and header, where merchants write it for their guests. `headerRow` is the first row of the header. */
export function currencyAbove({ name: sheet, rows }: Sheet, headerRow: number): CurrencyAbove {
  for (const { row, cells } of rows) {
    if (row >= headerRow) break;
    for (const [position, cell] of cells.entries()) {
      const found = readLine(cell, cells[position + 1]);
      if (found !== undefined) return 'currency' in found ? found : { fault: makeIssue(found.finding, { sheet, row, ...found.place }) };
    }
  }
  return {};
}

type Found = { currency: string } | { finding: Parameters<typeof makeIssue>[0]; place: { column: number; value: string } };

function readLine(cell: Cell, next: Cell | undefined): Found | undefined {
  if (cell.type !== 'text') return undefined;
  const text = cell.value.normalize('NFKC').trim();
  const place = { column: cell.column, value: text };
  if (thousands.test(text)) return { finding: { code: 'prices_in_thousands' }, place };
  if (next !== undefined && keys.has(bareName(text))) return namedCurrency(showCell(next), text, next.column);
  const [, named] = keyed.exec(text) ?? [];
  if (named !== undefined) return namedCurrency(named, text, cell.column);
  // Prose may go on with anything: "prices in this menu".
  const currency = parseCurrencyTag(prose.exec(text)?.[1] ?? '');
  return currency === undefined ? undefined : { currency };
}

function namedCurrency(written: string, setting: string, column: number): Found {
  const currency = parseCurrencyTag(written);
  if (currency !== undefined) return { currency };
  return {
    finding: { code: 'setting_unreadable', params: { setting, expected: { phrase: 'expected_currency' } } },
    place: { column, value: written },
  };
}
