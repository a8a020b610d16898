import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import type { Verdict } from '../../support/simulate-pacing.ts';
import { anyWay, importRows, mostPerSecond, type Way } from './import-rows.ts';
import { secondsUntil } from './throughput.ts';
import { windowLimiter } from './window-limiter.ts';

const runs = { numRuns: 15 };
const letsIn: Verdict = { admitted: true, headers: {} };

describe('a while without any answer', () => {
  const scenario = fc.record({ ...anyWay, downMs: fc.integer({ min: 2_000, max: 60_000 }) });

  /** Until all is as before, which must be so after so many seconds. */
  const secondsToRecover = (given: Way & { downMs: number }, lets: (arrivedMs: number) => Verdict, usable: number, most: number) => {
    const upMs = 10_000 + given.downMs;
    let failures = 0;
    const { admittedMs } = importRows({
      ...given,
      calls: Math.floor(usable * (10 + most + 25)),
      klikit: (arrivedMs) => {
        if (arrivedMs < 10_000 || arrivedMs >= upMs) return lets(arrivedMs);
        failures += 1;
        return 'failed';
      },
    });
    // Those that flew when it began, and one after the other.
    expect(failures).toBeLessThanOrEqual(2 * 32 + given.downMs / given.fastestMs);
    return secondsUntil(usable * 0.9, admittedMs, upMs);
  };

  test('is asked through by one call at a time, and ten seconds later all is as before', () => {
    fc.assert(
      fc.property(scenario, (given) => {
        expect(secondsToRecover(given, () => letsIn, mostPerSecond(given), 10)).toBeLessThan(10);
      }),
      runs,
    );
  });

  // The cap may have to be found anew, and is tried higher after a calm while only.
  test('of a klikit with a cap is over within a minute', () => {
    fc.assert(
      fc.property(scenario, fc.constantFrom('fixed', 'sliding'), fc.integer({ min: 10, max: 200 }), (given, window, cap) => {
        const lets = windowLimiter({ window, windowMs: 1_000, cap: () => cap });
        expect(secondsToRecover(given, lets, Math.min(cap, mostPerSecond(given)), 60)).toBeLessThan(60);
      }),
      runs,
    );
  });
});

describe('a while of slow answers', () => {
  const scenario = fc.record({
    ...anyWay,
    maxConcurrency: fc.integer({ min: 2, max: 32 }),
    // Where two calls fly, it takes so long until enough answers have come to tell.
    slowMs: fc.integer({ min: 90_000, max: 120_000 }),
    times: fc.integer({ min: 5, max: 15 }),
  });

  test('brings the calls that fly down to half and less, and a quarter of a minute later all is as before', () => {
    fc.assert(
      fc.property(scenario, ({ maxConcurrency, slowMs, times, ...given }) => {
        const pacing = new Pacing(maxConcurrency);
        const fastAgainMs = 10_000 + slowMs;
        const usable = mostPerSecond(given, maxConcurrency);
        let fewest = maxConcurrency;
        const { admittedMs } = importRows({
          ...given,
          pacing,
          calls: Math.floor(usable * (10 + slowMs / 1_000 / times + 25)),
          klikit: () => letsIn,
          slower: (nowMs) => (nowMs >= 10_000 && nowMs < fastAgainMs ? times : 1),
          onStart: (nowMs) => {
            if (nowMs >= 10_000) fewest = Math.min(fewest, pacing.learnt().concurrency);
          },
        });
        expect(fewest).toBeLessThanOrEqual(maxConcurrency / 2);
        expect(secondsUntil(usable * 0.9, admittedMs, fastAgainMs)).toBeLessThan(15);
        expect(pacing.learnt().concurrency).toBe(maxConcurrency);
      }),
      runs,
    );
  });
});
