import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDecimal, parseIndex } from '../../functions/menu-import/workbook/parse-number.ts';

const decimal = (text: string) => parseDecimal(Buffer.from(text), 0, text.length);
const index = (text: string) => parseIndex(Buffer.from(text), 0, text.length);

describe('a number read from bytes', () => {
  test('is what Number makes of its text, to the last bit, or is left to it', () => {
    const digits = fc.array(fc.nat(9), { maxLength: 18 }).map((list) => list.join(''));
    const written = fc.tuple(fc.constantFrom('', '-'), digits, fc.constantFrom('', '.'), digits).map((parts) => parts.join(''));
    fc.assert(
      fc.property(written, (text) => {
        const read = decimal(text);
        expect([text, Number.isNaN(read) ? Number(text) : read]).toEqual([text, Number(text)]);
      }),
      { numRuns: 20_000, seed: 20_261_125 },
    );
  });

  test.each(['45000', '0.1', '-12.50', '.5', '5.', '-0', '007', '123456789012345'])('%s is read', (text) => {
    expect(decimal(text)).toBe(Number(text));
  });

  test.each(['', '-', '.', '1e5', '+5', ' 5', '1.2.3', '1,5', '0x10', '1234567890123456', '0.10000000000000001'])(
    '%s is left to others',
    (text) => {
      expect(decimal(text)).toBeNaN();
    },
  );

  test('is a position where it is digits only', () => {
    expect(['0', '17', '999999999', '', '-1', '1.0', ' 1', '1234567890'].map(index)).toEqual([0, 17, 999_999_999, -1, -1, -1, -1, -1]);
  });
});
