import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMoney } from '../../../functions/menu-import/menu/values/parse-money.ts';
import { cell } from '../../support/cell.ts';

const read = (text: string | number, currency = 'IDR') => {
  const parsed = parseMoney(cell(text), currency);
  return parsed.ok ? parsed.value : parsed.finding.code;
};

describe('a price', () => {
  test.each([
    ['85000', 'IDR', 85_000],
    ['Rp 85.000', 'IDR', 85_000],
    ['Rp85.000,-', 'IDR', 85_000],
    ['Rp. 85.000', 'IDR', 85_000],
    ['85,000', 'IDR', 85_000],
    ['85.000,00', 'IDR', 85_000],
    ['1.250.000', 'IDR', 1_250_000],
    ['1,250,000.50', 'PHP', 1_250_000.5],
    ['85 000', 'IDR', 85_000],
    ['85\u00A0000', 'IDR', 85_000],
    ["85'000", 'CHF', 85_000],
    ['₱85', 'PHP', 85],
    ['PHP 85.50', 'PHP', 85.5],
    ['85 THB', 'THB', 85],
    ['฿85', 'THB', 85],
    ['$6.50', 'USD', 6.5],
    ['S$6.50', 'SGD', 6.5],
    ['6,50 €', 'EUR', 6.5],
    ['８５０００', 'IDR', 85_000],
    ['￥1,200', 'JPY', 1_200],
    ['1200円', 'JPY', 1_200],
    ['₹1,25,000', 'INR', 125_000],
    ['0', 'IDR', 0],
    ['0.500', 'USD', 0.5],
    ['+5', 'USD', 5],
  ])('"%s" in %s is %d', (text, currency, amount) => {
    expect(read(text, currency)).toBe(amount);
  });

  test.each([
    '85k',
    '85rb',
    '85 ribu',
    '85.000 / 90.000',
    '25-30',
    'free',
    'gratis',
    'market price',
    'variable',
    '-',
    'n/a',
    '1,23,4',
    '1.2.3',
    '85..000',
    '85.',
    '.',
    'Rp',
    '1e5',
    '12 34',
    'Rp 5 PHP',
  ])('"%s" cannot be read, and is never a number', (text) => {
    expect(read(text)).toBe('price_unreadable');
  });

  test.each(['(85.000)', '-85', '-Rp 85.000', 'Rp -85.000', '−85'])('"%s" is negative', (text) => {
    expect(read(text)).toBe('price_negative');
  });

  test.each([
    ['1.234', 'USD', 'USD 1.234', 'USD 1,234'],
    ['1,234', 'USD', 'USD 1.234', 'USD 1,234'],
    ['12.500', 'PHP', 'PHP 12.5', 'PHP 12,500'],
  ])('"%s" in %s can mean two things, and both are named', (text, currency, first, second) => {
    const parsed = parseMoney(cell(text), currency);
    expect(parsed).toMatchObject({ ok: false, finding: { code: 'price_ambiguous', params: { first, second } } });
  });

  test.each([
    ['$5', 'IDR', 'USD'],
    ['PHP 85', 'IDR', 'PHP'],
    ['Rp 85.000', 'USD', 'IDR'],
  ])('"%s" contradicts a column in %s', (text, currency, found) => {
    expect(parseMoney(cell(text), currency)).toMatchObject({
      ok: false,
      finding: { code: 'price_currency_mismatch', params: { found, expected: currency } },
    });
  });

  test('in a number cell is what it is, without the noise of formulas', () => {
    expect(read(0.1 + 0.2, 'USD')).toBe(0.3);
    expect(read(85_000)).toBe(85_000);
    expect(read(-1)).toBe('price_negative');
    expect(read(1e15)).toBe('price_unreadable');
  });

  test('with more decimals than the currency has is sent, with a warning', () => {
    expect(parseMoney(cell(85_000.5), 'IDR')).toEqual({
      ok: true,
      value: 85_000.5,
      warnings: [{ code: 'price_decimals', params: { decimals: 1, currency: 'IDR', allowed: 0 } }],
    });
    expect(parseMoney(cell('6.505,555'), 'EUR')).toMatchObject({ ok: true, value: 6_505.555, warnings: [{ code: 'price_decimals' }] });
  });

  test.each([
    ['an error', { type: 'error', value: '#REF!' } as const, 'formula_error'],
    ['a formula that was never calculated', { type: 'formula-empty', value: '' } as const, 'formula_not_calculated'],
    ['a date', { type: 'date', value: '2026-11-24' } as const, 'price_unreadable'],
    ['yes', { type: 'boolean', value: true } as const, 'price_unreadable'],
  ])('that is %s is none', (_, content, code) => {
    expect(parseMoney(cell(content), 'IDR')).toEqual({ ok: false, finding: { code } });
  });

  test('in any text is an amount of 0 or more, or a finding; it is never guessed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0123456789.,-() Rp$'.split('')) })),
        fc.constantFrom('IDR', 'USD', 'JPY'),
        (text, currency) => {
          const parsed = parseMoney(cell(text), currency);
          return !parsed.ok || (Number.isFinite(parsed.value) && parsed.value >= 0);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  test('as people of a country write it is that amount, or ambiguous, and never another', () => {
    const written = fc.record({
      cents: fc.integer({ min: 0, max: 99_999_999_99 }),
      locale: fc.constantFrom('en-US', 'id-ID', 'de-DE', 'ja-JP'),
      currency: fc.constantFrom('IDR', 'USD', 'JPY', 'EUR'),
    });
    fc.assert(
      fc.property(written, ({ cents, locale, currency }) => {
        const decimals = ['IDR', 'JPY'].includes(currency) ? 0 : 2;
        const amount = decimals === 0 ? Math.floor(cents / 100) : cents / 100;
        const text = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(amount);
        const parsed = parseMoney(cell(text), currency);
        return parsed.ok ? parsed.value === amount : parsed.finding.code === 'price_ambiguous';
      }),
      { numRuns: 5_000 },
    );
  });
});
