import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pauseBeforeNext } from '../../functions/menu-import/shell/pause-before-next.ts';

const seconds = fc.double({ min: 0, max: 1_000_000, noNaN: true });

describe('after a slice that has more to do', () => {
  test.each([0, 1, 2.5, 3_600])('the pause is the %d seconds that it asks for', (pauseSeconds) => {
    expect(pauseBeforeNext({ kind: 'more', pauseSeconds }, 0)).toBe(pauseSeconds);
  });
});

describe('after a slice that found somebody at work', () => {
  test.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [6, 32],
    [7, 60],
    [8, 60],
    [2_000, 60],
  ])('as number %d in a row, the pause is %d seconds', (busyInARow, pause) => {
    expect(pauseBeforeNext({ kind: 'busy', pauseSeconds: 900 }, busyInARow)).toBe(pause);
  });

  test.each([
    [30, 7, 30],
    [5, 2, 2],
    [0.2, 7, 1],
    [0, 1, 1],
  ])('that calls %d seconds worth waiting, as number %d in a row, the pause is %d seconds', (pauseSeconds, busyInARow, pause) => {
    expect(pauseBeforeNext({ kind: 'busy', pauseSeconds }, busyInARow)).toBe(pause);
  });

  test('the pause is from one second to a minute, and never shorter than the one before', () => {
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 3_000 }), (pauseSeconds, busyInARow) => {
        const pause = pauseBeforeNext({ kind: 'busy', pauseSeconds }, busyInARow);
        const next = pauseBeforeNext({ kind: 'busy', pauseSeconds }, busyInARow + 1);
        expect(pause).toBeGreaterThanOrEqual(1);
        expect(pause).toBeLessThanOrEqual(Math.max(1, Math.min(60, pauseSeconds)));
        expect(next).toBeGreaterThanOrEqual(pause);
      }),
    );
  });

  test('3,000 operations, two a slice, wait for more than a day', () => {
    const pauses = Array.from({ length: 3_000 / 2 - 1 }, (_, before) => pauseBeforeNext({ kind: 'busy', pauseSeconds: 60 }, before + 1));
    expect(pauses.reduce((sum, pause) => sum + pause)).toBeGreaterThan(24 * 3_600);
  });
});
