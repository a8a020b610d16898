import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backoffMs, retryAfterMs } from '../../functions/menu-import/klikit/retry-delay.ts';

const now = new Date('2026-11-24T09:00:00Z');

describe('Retry-After', () => {
  test.each([
    ['2', 2_000],
    [' 0 ', 0],
    ['1.5', 1_500],
    ['Tue, 24 Nov 2026 09:00:05 GMT', 5_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', 0],
    ['999999999', 3_600_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 3_600_000],
  ])('"%s" is %d ms', (header, milliseconds) => {
    expect(retryAfterMs(header, now)).toBe(milliseconds);
  });

  test.each([undefined, '', 'soon', '-5', '2026-11-24', '5 minutes', '1e3'])('%j says nothing', (header) => {
    expect(retryAfterMs(header, now)).toBeUndefined();
  });

  test('is never negative, nor more than an hour, whatever it says', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.nat().map(String),
          fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
        ),
        (header) => {
          const milliseconds = retryAfterMs(header, now) ?? 0;
          return milliseconds >= 0 && milliseconds <= 3_600_000;
        },
      ),
    );
  });
});

describe('the backoff', () => {
  test('doubles from half a second up to half a minute', () => {
    expect([1, 2, 3, 7, 20].map((attempt) => backoffMs(attempt, () => 1))).toEqual([500, 1_000, 2_000, 30_000, 30_000]);
  });

  test('is spread over its whole length, so that callers do not return together', () => {
    expect(backoffMs(3, () => 0)).toBe(0);
    expect(backoffMs(3, () => 0.25)).toBe(500);
  });
});
