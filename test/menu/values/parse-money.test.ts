import { describe, expect, test } from 'vitest';
import { makeIssue } from '../../../functions/menu-import/issues/make-issue.ts';
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
    ['85.--', 'CHF', 85],
    ['85.000,–', 'IDR', 85_000],
    ['85.000.-', 'IDR', 85_000],
    ['85\u2009000', 'IDR', 85_000],
    ['85\u202F000,50', 'EUR', 85_000.5],
    ['85’000.50', 'CHF', 85_000.5],
    ['12,34,567.50', 'INR', 1_234_567.5],
    ['1.234,567', 'KWD', 1_234.567],
    ['1234.500', 'KWD', 1_234.5],
    ['0,000', 'USD', 0],
    ['-0', 'USD', 0],
    ['$6.50 USD', 'USD', 6.5],
    ['Rp 85.000 IDR', 'IDR', 85_000],
    ['IDR Rp85.000', 'IDR', 85_000],
    ['P85', 'PHP', 85],
    ['Php85', 'PHP', 85],
    ['85 ฿', 'THB', 85],
    ['RM 6.50', 'MYR', 6.5],
    ['50.000đ', 'VND', 50_000],
    ['50.000 VNĐ', 'VND', 50_000],
    ['¥68', 'CNY', 68],
    ['Ｒｐ　８５．０００', 'IDR', 85_000],
    ['\u200B85000\uFEFF', 'IDR', 85_000],
    ['\u202A85000\u202C', 'IDR', 85_000],
    // As exports of other programs and Excel's accounting format write it.
    ['85000.0', 'IDR', 85_000],
    ['85000.00', 'IDR', 85_000],
    [' Rp85.000,00 ', 'IDR', 85_000],
    [' Rp 85,000.00 ', 'IDR', 85_000],
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
    // Zero in the accounting format, or nothing at all.
    ' Rp-   ',
    '8,5E+04',
    '1.2E+07',
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
    '85-',
    '85.000-',
    '85¹',
    '½',
    '٨٥',
    '85\n900',
    '85\t900',
    '1.250 000',
    '85,000 000',
    '1234 567',
    '1 25',
    '0.812.345',
    '1,25,000',
    '12.50000',
    '1,2.3,4',
    '85 . 000',
    '85%',
    '+-5',
    'NaN',
    'Infinity',
    '1e21',
    '0x10',
    '9999999999999999',
    '9999999999999',
    'mulai 85.000',
    '85.000 per porsi',
    `85000${' '.repeat(100)}x`,
  ])('"%s" cannot be read, and is never a number', (text) => {
    expect(read(text)).toBe('price_unreadable');
  });

  test.each(['(85.000)', '-85', '-Rp 85.000', 'Rp -85.000', '−85', '(Rp 85.000)', 'Rp (85.000)', '-1.234'])('"%s" is negative', (text) => {
    expect(read(text)).toBe('price_negative');
  });

  test.each([
    ['1.234', 'USD', 'USD 1.234', 'USD 1,234'],
    ['1,234', 'USD', 'USD 1.234', 'USD 1,234'],
    ['12.500', 'PHP', 'PHP 12.5', 'PHP 12,500'],
    ['$1,234', 'USD', 'USD 1.234', 'USD 1,234'],
    ['1250.000', 'USD', 'USD 1,250', 'USD 1,250,000'],
    ['1250.000', 'IDR', 'IDR 1,250', 'IDR 1,250,000'],
    ['0,500', 'IDR', 'IDR 0.5', 'IDR 500'],
    ['1.234', 'KWD', 'KWD 1.234', 'KWD 1,234'],
  ])('"%s" in %s can mean two things, and both are named', (text, currency, first, second) => {
    const parsed = parseMoney(cell(text), currency);
    if (parsed.ok) throw new Error('it was read');
    expect(parsed.finding.code).toBe('price_ambiguous');
    expect(makeIssue(parsed.finding, { row: 2, column: 1, value: text }).message).toContain(`can be read as ${first} or as ${second}.`);
  });

  test.each([
    ['$5', 'IDR', 'USD'],
    ['PHP 85', 'IDR', 'PHP'],
    ['Rp 85.000', 'USD', 'IDR'],
    ['¥85', 'IDR', 'JPY'],
    ['S$6.50', 'USD', 'SGD'],
    ['$6.50 SGD', 'USD', 'SGD'],
    ['(€5)', 'USD', 'EUR'],
    ['€1.234', 'USD', 'EUR'],
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
    expect(read(-0)).toBe(0);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e15, 1e21])('is not %d', (value) => {
    expect(read(value)).toBe('price_unreadable');
  });

  test('with more decimals than the currency has is sent, with a warning', () => {
    expect(parseMoney(cell(85_000.5), 'IDR')).toEqual({
      ok: true,
      value: 85_000.5,
      warnings: [{ code: 'price_decimals', params: { decimals: 1, currency: 'IDR', allowed: 0 } }],
    });
    expect(parseMoney(cell('6.505,555'), 'EUR')).toMatchObject({ ok: true, value: 6_505.555, warnings: [{ code: 'price_decimals' }] });
    expect(parseMoney(cell(1e-7), 'USD')).toMatchObject({ ok: true, warnings: [{ params: { decimals: 7, allowed: 2 } }] });
    expect(parseMoney(cell('1,234.500'), 'USD')).toEqual({ ok: true, value: 1_234.5 });
  });

  test.each([
    ['an error', { type: 'error', value: '#REF!' } as const, 'formula_error'],
    ['a formula that was never calculated', { type: 'formula-empty', value: '' } as const, 'formula_not_calculated'],
    ['a date', { type: 'date', value: '2026-11-24' } as const, 'became_date'],
    ['digits that the column was too narrow for', { type: 'text', value: ' ##### ' } as const, 'column_too_narrow'],
    ['yes', { type: 'boolean', value: true } as const, 'price_unreadable'],
  ])('that is %s is none', (_, content, code) => {
    expect(parseMoney(cell(content), 'IDR')).toEqual({ ok: false, finding: { code } });
  });
});
