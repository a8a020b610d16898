import type { Finding, Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { currencyDecimals } from './currency-decimals.ts';
import { currenciesOfSign } from './parse-currency.ts';
import { readMoneyText } from './read-money-text.ts';
import { showNumber } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** No dish costs more, in any currency; a number beyond is a mistake in the sheet. */
const largestAmount = 1e12;

/** The amount in a price cell, in whole units of the currency as the merchant writes them. Never negative, never guessed. */
export function parseMoney(cell: Cell, currency: string): Parsed<number> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const decimals = currencyDecimals(currency);
  if (cell.type === 'number') return checked(cell.value, currency, decimals);
  if (cell.type !== 'text') return { ok: false, finding: { code: 'price_unreadable' } };

  const reading = readMoneyText(cell.value, decimals);
  if (reading.kind === 'unreadable') return { ok: false, finding: { code: 'price_unreadable' } };
  const mismatch = reading.sign === undefined ? undefined : signMismatch(reading.sign, currency);
  if (mismatch !== undefined) return { ok: false, finding: mismatch };
  if (reading.kind === 'ambiguous') return { ok: false, finding: ambiguity(reading.asDecimal, reading.asThousands, currency) };
  if (reading.negative && reading.amount !== 0) return { ok: false, finding: { code: 'price_negative' } };
  return checked(reading.amount, currency, decimals);
}

function checked(amount: number, currency: string, decimals: number): Parsed<number> {
  // Formulas leave binary noise behind: 0.1 + 0.2.
  const value = Number(amount.toPrecision(15));
  if (value < 0) return { ok: false, finding: { code: 'price_negative' } };
  if (!Number.isFinite(value) || value > largestAmount) return { ok: false, finding: { code: 'price_unreadable' } };
  const written = showNumber(value).split('.')[1]?.length ?? 0;
  if (written <= decimals) return { ok: true, value: value === 0 ? 0 : value };
  return { ok: true, value, warnings: [{ code: 'price_decimals', params: { decimals: written, currency, allowed: decimals } }] };
}

function signMismatch(sign: string, currency: string): Finding | undefined {
  const meant = currenciesOfSign(sign);
  if (meant === undefined) return { code: 'price_unreadable' };
  return meant.includes(currency)
    ? undefined
    : { code: 'price_currency_mismatch', params: { found: meant[0] ?? sign, expected: currency } };
}

function ambiguity(asDecimal: number, asThousands: number, currency: string): Finding {
  const money = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 0,
    maximumFractionDigits: 3,
  });
  const readable = (amount: number) => money.format(amount).replaceAll('\u00A0', ' ');
  return {
    code: 'price_ambiguous',
    params: { first: readable(asDecimal), second: readable(asThousands), firstPlain: asDecimal, secondPlain: asThousands },
  };
}
