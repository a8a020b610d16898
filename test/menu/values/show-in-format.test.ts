import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { showInFormat } from '../../../functions/menu-import/menu/values/show-in-format.ts';

describe('a whole number shows', () => {
  test.each([
    ['00000', 42, '00042'],
    ['00000', 1_234_567, '1234567'],
    ['00000', 0, '00000'],
    ['00000', -42, '-00042'],
    ['0', 42, '42'],
    ['#', 42, '42'],
    ['#', 0, ''],
    ['???-00', 42, '-42'],
    ['"A"000', 42, 'A042'],
    ['\\A0000', 42, 'A0042'],
    ['\\"00\\"', 4, '"04"'],
    ['000-000', 123_456, '123-456'],
    ['000-000', 42, '000-042'],
    ['000-000', 12_345_678, '12345-678'],
    ['(000) 000', 12_345, '(012) 345'],
    ['#-000', 42, '-042'],
    ['0000;-0000', 42, '0042'],
    ['0000;-0000', -42, '-0042'],
    ['0000;(0000)', -42, '(0042)'],
    ['000;-000;"none "0', 0, 'none 0'],
    ['000;-000;000;"text "@', 7, '007'],
    ['00000_)', 42, '00042'],
    ['_(00000_)', 42, '00042'],
    ['* 00000', 42, '00042'],
    ['[Red]00000', 42, '00042'],
    ['[$-409]00000', 42, '00042'],
    ['"No. "General', 42, 'No. 42'],
  ])('in the format %s, %d as %s', (code, value, shown) => {
    expect(showInFormat(value, code)).toBe(shown);
  });

  test.each([
    '#,##0',
    '0.00',
    '0%',
    '0.00E+00',
    '# ?/?',
    '00/00',
    '[$Rp-421]0',
    '[>100]00',
    '@',
    '',
    ';;;',
    '"hidden"',
    'yyyy',
    'A000',
    '"A',
    '*',
  ])('nothing that is known in the format %j', (code) => {
    expect(showInFormat(42, code)).toBeUndefined();
  });

  test('nothing that is known of a part, or of more digits than there are', () => {
    expect(showInFormat(4.2, '000')).toBeUndefined();
    expect(showInFormat(2 ** 53, '000')).toBeUndefined();
    expect(showInFormat(Number.NaN, '000')).toBeUndefined();
  });
});

test('any digits are those of the number, below as many zeros as there are places', () => {
  const piece = fc.constantFrom('0', '#', '?', '"AB"', '\\C', '_)', '* ', '-', ' ', '[Red]');
  const code = fc.array(piece, { maxLength: 12 }).map((pieces) => `${pieces.join('')}0`);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }), code, (value, format) => {
      const digits = showInFormat(value, format)?.replaceAll(/\D/g, '');
      expect(digits?.replace(/^0+/, '')).toBe(String(value));
      expect(digits?.length).toBeLessThanOrEqual(Math.max(String(value).length, format.length));
    }),
    { seed: 20_261_125, numRuns: 2_000 },
  );
});

test('any other code is shown or not, and soon', () => {
  const code = fc.string({ unit: fc.constantFrom(...Array.from('0#?"\\_*;[]-() Ared,.%/@$')), maxLength: 30 });
  fc.assert(
    fc.property(fc.maxSafeInteger(), code, (value, format) => ['string', 'undefined'].includes(typeof showInFormat(value, format))),
    { seed: 20_261_125, numRuns: 5_000 },
  );
  expect(showInFormat(1, '0'.repeat(32_767))).toHaveLength(32_767);
  expect(showInFormat(1, '"'.repeat(32_767))).toBeUndefined();
  expect(showInFormat(1, '['.repeat(32_767))).toBeUndefined();
});
