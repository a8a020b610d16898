import { expect, test } from 'vitest';
import { excelDate } from '../../functions/menu-import/workbook/excel-date.ts';

/** The last days that Excel shows, 9999-12-31. */
const lastDays = { 1900: 2_958_465, 1904: 2_957_003 };

test.each([
  [1900, (day: number) => Date.UTC(1899, 11, day < 60 ? 31 + day : 30 + day)],
  [1904, (day: number) => Date.UTC(1904, 0, 1 + day)],
] as const)('every day of the calendar of %i is the day that it is', (calendar, time) => {
  const wrong: string[] = [];
  for (let day = 1; day <= lastDays[calendar]; day += 1) {
    const shown = excelDate(day, 'date', calendar === 1904);
    const isLeapDayThatNeverWas = calendar === 1900 && day === 60;
    const expected = isLeapDayThatNeverWas ? '1900-02-29' : new Date(time(day)).toISOString().slice(0, 10);
    if (shown !== expected) wrong.push(`${day}: ${shown} instead of ${expected}`);
  }
  expect(wrong).toEqual([]);
  expect(excelDate(lastDays[calendar] + 1, 'date', calendar === 1904)).toBeUndefined();
});
