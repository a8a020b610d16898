import { expect, test } from 'vitest';
import {
  enumerate,
  formatDateAndTime,
  formatDuration,
  formatMoney,
  formatTimeOfDay,
  joinWithAnd,
  nameLanguage,
} from '../../functions/menu-import/words/formats.ts';

test.each([
  [12_500, 'IDR', 'IDR 12,500', 'IDR 12.500'],
  [12.5, 'USD', 'USD 12.5', 'USD 12,5'],
  [1.234, 'KWD', 'KWD 1.234', 'KWD 1,234'],
])('%d in %s is money', (amount, currency, english, indonesian) => {
  expect(formatMoney(amount, currency, 'en')).toBe(english);
  expect(formatMoney(amount, currency, 'id')).toBe(indonesian);
});

test('lists are lists of the language', () => {
  expect(joinWithAnd(['a', 'b', 'c'], 'en')).toBe('a, b and c');
  expect(joinWithAnd(['a', 'b'], 'id')).toBe('a dan b');
  expect(enumerate(['a', 'b', 'c'], 'id')).toBe('a, b, c');
});

test.each([
  [0, '1 second', '1 detik'],
  [90_000, '90 seconds', '90 detik'],
  [240_000, '4 minutes', '4 menit'],
  [150_000, '2.5 minutes', '2,5 menit'],
  [10_800_000, '3 hours', '3 jam'],
])('%d ms take a while', (durationMs, english, indonesian) => {
  expect(formatDuration(durationMs, 'en')).toBe(english);
  expect(formatDuration(durationMs, 'id')).toBe(indonesian);
});

test('times are those of UTC, and languages have names', () => {
  const instant = new Date('2026-11-24T09:05:00Z');
  expect(formatDateAndTime(instant, 'en')).toBe('24 Nov 2026, 09:05');
  expect(formatDateAndTime(instant, 'id')).toBe('24 Nov 2026, 09.05');
  expect(formatTimeOfDay(instant, 'id')).toBe('09.05');
  expect(nameLanguage('id', 'en')).toBe('Indonesian');
  expect(nameLanguage('en', 'id')).toBe('Inggris');
});
