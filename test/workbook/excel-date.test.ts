import { expect, test } from 'vitest';
import { excelDate } from '../../functions/menu-import/workbook/excel-date.ts';

/** The last days that Excel shows, 9999-12-31. */
const lastDays = { 1900: 2_958_465, 1904: 2_957_003 };

/** Every day from a New Year's Day on, as `Date` has it. It is asked for the months alone, because asking it for each of six million days takes longer than all the rest. */
function* daysFrom(firstYear: number): Generator<string> {
  for (let month = 0; ; month += 1) {
    const lastOfMonth = new Date(Date.UTC(firstYear, month + 1, 0)).toISOString();
    const [yearAndMonth, days] = [lastOfMonth.slice(0, 8), Number(lastOfMonth.slice(8, 10))];
    for (let day = 1; day <= days; day += 1) yield yearAndMonth + String(day).padStart(2, '0');
    if (yearAndMonth === '1900-02-' && firstYear === 1900) yield '1900-02-29';
  }
}

test.each([
  [1900, 1],
  [1904, 0],
] as const)('every day of the calendar of %i is the day that it is', (calendar, newYear) => {
  const wrong: string[] = [];
  const days = daysFrom(calendar);
  for (let day: number = newYear; day <= lastDays[calendar]; day += 1) {
    const shown = excelDate(day, 'date', calendar === 1904);
    const expected = days.next().value;
    if (shown !== expected) wrong.push(`${day}: ${shown} instead of ${expected}`);
  }
  expect(wrong).toEqual([]);
  expect(excelDate(lastDays[calendar] + 1, 'date', calendar === 1904)).toBeUndefined();
});
