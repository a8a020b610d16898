import type { Finding, Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { currencyDecimals } from './currency-decimals.ts';
import { lakhCurrencies } from './lakh-currencies.ts';
import { currenciesOfSign } from './parse-currency.ts';
import { readMoneyText } from './read-money-text.ts';
import { showNumber } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** No dish costs more, in any currency; a number beyond is a mistake in the sheet. */
const largestAmount = 1e12;
const unreadable: Finding = { code: 'price_unreadable' };

/** The amount in a price cell, in whole units of the currency (ISO 4217) as the merchant writes them. Never negative, never guessed. */
export function parseMoney(cell: Cell, currency: string): Parsed<number> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const decimals = currencyDecimals(currency);
  if (cell.type === 'number') return checked(cell.value, currency, decimals);
  if (cell.type !== 'text') return { ok: false, finding: unreadable };

  const reading = readMoneyText(cell.value, { decimals, lakhs: lakhCurrencies.has(currency) });
  if (reading === undefined) return { ok: false, finding: unreadable };
  const contradiction = compareSigns(reading.signs, currency);
  if (contradiction !== undefined) return { ok: false, finding: contradiction };
  const { digits, negative } = reading;
  if ('amount' in digits) return checked(negative ? -digits.amount : digits.amount, currency, decimals);
  const finding = negative ? ({ code: 'price_negative' } as const) : ambiguity(digits.asDecimal, digits.asThousands, currency);
  return { ok: false, finding };
}

function checked(amount: number, currency: string, decimals: number): Parsed<number> {
  if (!Number.isFinite(amount) || amount > largestAmount) return { ok: false, finding: unreadable };
  if (amount < 0) return { ok: false, finding: { code: 'price_negative' } };
  // Formulas leave binary noise behind: 0.1 + 0.2.
  const value = Number(amount.toPrecision(15));
  const written = showNumber(value).split('.')[1]?.length ?? 0;
  if (written <= decimals) return { ok: true, value };
  return { ok: true, value, warnings: [{ code: 'price_decimals', params: { decimals: written, currency, allowed: decimals } }] };
}

/** What the signs beside an amount say against the column's currency, or against each other. */
function compareSigns(signs: readonly string[], currency: string): Finding | undefined {
  let meant: readonly string[] | undefined;
  for (const sign of signs) {
    const possible = currenciesOfSign(sign) ?? [];
    meant = meant?.filter((code) => possible.includes(code)) ?? possible;
  }
  if (meant === undefined || meant.includes(currency)) return undefined;
  const [found] = meant;
  return found === undefined ? unreadable : { code: 'price_currency_mismatch', params: { found, expected: currency } };
}

function ambiguity(asDecimal: number, asThousands: number, currency: string): Finding {
  const readings = { first: { amount: asDecimal, currency }, second: { amount: asThousands, currency } };
  return { code: 'price_ambiguous', params: { ...readings, firstPlain: asDecimal, secondPlain: asThousands } };
}
