import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRateLimit } from '../../../functions/menu-import/klikit/pacing/rate-limit-headers.ts';

const nowMs = Date.parse('2026-11-24T09:00:00.250Z');
const epochSecond = Math.floor(nowMs / 1_000);

/** What the reset says about the time until then. */
function resetsInMs(reset: string): number | undefined {
  return readRateLimit({ limit: '300', remaining: '120', reset }, nowMs)?.resetsInMs;
}

describe('X-RateLimit headers', () => {
  test('say how many calls a window has, and how many of them are left', () => {
    expect(readRateLimit({ limit: '300', remaining: '120' }, nowMs)).toEqual({ limit: 300, remaining: 120 });
    expect(readRateLimit({ limit: ' 300 ', remaining: '0', reset: '60' }, nowMs)).toEqual({ limit: 300, remaining: 0, resetsInMs: 60_000 });
  });

  test.each([
    ['seconds from now', '42', 42_000],
    ['no seconds at all', '0', 0],
    ['a second of the epoch', String(epochSecond + 42), 41_750],
    ['a millisecond of the epoch', String(nowMs + 4_200), 4_200],
  ])('tell when the window ends in %s', (_, reset, milliseconds) => {
    expect(resetsInMs(reset)).toBe(milliseconds);
  });

  test.each([
    ['in the past', String(epochSecond - 5)],
    ['in the past by milliseconds', String(nowMs - 1)],
    ['no number', 'soon'],
    ['a date', 'Tue, 24 Nov 2026 09:00:05 GMT'],
    ['negative', '-3'],
    ['longer than any time', '9'.repeat(16)],
  ])('whose end is %s still say what is left', (_, reset) => {
    expect(readRateLimit({ limit: '300', remaining: '120', reset }, nowMs)).toEqual({ limit: 300, remaining: 120 });
  });

  test.each([
    ['are missing', {}],
    ['name no limit', { remaining: '12', reset: '3' }],
    ['do not say what is left', { limit: '300', reset: '3' }],
    ['allow nothing', { limit: '0', remaining: '0' }],
    ['leave more than there is', { limit: '300', remaining: '301' }],
    ['are negative', { limit: '300', remaining: '-1' }],
    ['are fractions', { limit: '300', remaining: '1.5' }],
    ['are words', { limit: 'many', remaining: 'few' }],
    ['are empty', { limit: '', remaining: '' }],
    ['stand there twice', { limit: '300, 300', remaining: '120, 120' }],
    ['are longer than any number', { limit: '9'.repeat(16), remaining: '1' }],
    ['are written in other digits', { limit: '３００', remaining: '１２' }],
  ])('that %s say nothing', (_, headers) => {
    expect(readRateLimit(headers, nowMs)).toBeUndefined();
  });

  test('never say anything that makes no sense, whatever they are', () => {
    const value = fc.option(fc.oneof(fc.string(), fc.nat().map(String), fc.constantFrom('1e3', '0x1f', 'NaN', '-0', '1'.repeat(15))), {
      nil: undefined,
    });
    fc.assert(
      fc.property(value, value, value, (limit, remaining, reset) => {
        const headers = Object.fromEntries(Object.entries({ limit, remaining, reset }).filter(([, text]) => text !== undefined));
        const read = readRateLimit(headers, nowMs);
        if (read === undefined) return;
        expect(Number.isSafeInteger(read.limit) && read.limit >= 1).toBe(true);
        expect(read.remaining >= 0 && read.remaining <= read.limit).toBe(true);
        expect(read.resetsInMs ?? 0).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 1_000 },
    );
  });
});
