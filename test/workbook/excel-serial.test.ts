import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { excelDate } from '../../functions/menu-import/workbook/excel-date.ts';
import { excelSerial } from '../../functions/menu-import/workbook/excel-serial.ts';

describe('a date or a time as the number that Excel keeps', () => {
  test.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-02-29', 60],
    ['1900-03-01', 61],
    ['2026-11-24', 46_350],
    ['2026-11-24T18:00:00', 46_350.75],
    ['06:00:00', 0.25],
    ['36:00:00', 1.5],
  ])('%s is %d', (shown, serial) => {
    expect(excelSerial(shown)).toBe(serial);
  });

  test('shows the same again, to the second', () => {
    const seconds = fc.integer({ min: 86_400, max: 2_958_465 * 86_400 });
    fc.assert(
      fc.property(seconds, fc.constantFrom('date' as const, 'time' as const, 'elapsed' as const), (at, kind) => {
        const shown = excelDate(at / 86_400, kind, false) ?? '';
        expect(excelDate(excelSerial(shown), kind, false)).toBe(shown);
      }),
    );
  });
});
