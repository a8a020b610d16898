import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { seededRandom } from '../../crash/seeded-random.ts';
import { simulatePacing } from '../../support/simulate-pacing.ts';
import { groupRefusals } from './group-refusals.ts';
import { windowLimiter } from './window-limiter.ts';

const minuteMs = 60_000;
const calls = 1_500;

interface Case {
  window: 'fixed' | 'sliding';
  /** Where in a minute of the clock the first call goes out. */
  phaseMs: number;
  fastestMs: number;
  seed: number;
}

const anyCase = (window: Case['window'], phaseMs: { min: number; max: number }): fc.Arbitrary<Case> =>
  fc.record({ window: fc.constant(window), phaseMs: fc.integer(phaseMs), fastestMs: fc.integer({ min: 20, max: 170 }), seed: fc.nat() });

/** The one number that klikit ever published, 300 writes in a minute, as met by an import of 1,500 rows. */
function importAt300AMinute({ window, phaseMs, fastestMs, seed }: Case) {
  const random = seededRandom(seed);
  const startMs = Date.UTC(2026, 10, 24) + phaseMs;
  const pacing = new Pacing(32);
  const limiter = windowLimiter({ cap: () => 300, windowMs: minuteMs, window });
  const refusedMs: number[] = [];
  /** What was known at the start of each minute of the import. */
  const learnt = [pacing.learnt()];
  simulatePacing({
    pacing,
    calls,
    latencyMs: () => fastestMs + random() * 30,
    startMs,
    klikit: (arrivedMs) => {
      const verdict = limiter(arrivedMs);
      if (verdict !== 'failed' && !verdict.admitted) refusedMs.push(arrivedMs - startMs);
      return verdict;
    },
    onStart: (nowMs) => {
      while (learnt.length * minuteMs <= nowMs - startMs) learnt.push(pacing.learnt());
    },
  });
  const pauses = groupRefusals(refusedMs);
  const pausesUntil = (untilMs: number) => pauses.filter(({ fromMs }) => fromMs < untilMs).length;
  return { learnt, pausesUntil, refusedAfter: (afterMs: number) => refusedMs.filter((atMs) => atMs > afterMs).length };
}

function expectKnown({ limit, windowMs }: { limit?: number; windowMs: number } = { windowMs: 0 }): void {
  expect(windowMs).toBe(minuteMs);
  expect(limit).toBeGreaterThanOrEqual(294);
  expect(limit).toBeLessThanOrEqual(303);
}

describe('300 calls a minute', () => {
  test.each([
    ['that ends now', 'sliding', { min: 0, max: 59_999 }],
    ['of the clock', 'fixed', { min: 0, max: 30_000 }],
  ] as const)('%s are known after one pause or two, and hardly a call is refused any more', (_, window, phaseMs) => {
    fc.assert(
      fc.property(anyCase(window, phaseMs), (klikit) => {
        const { learnt, pausesUntil, refusedAfter } = importAt300AMinute(klikit);
        expectKnown(learnt[1]);
        expectKnown(learnt[2]);
        expect(pausesUntil(3 * minuteMs)).toBeLessThanOrEqual(2);
        expect(refusedAfter(minuteMs)).toBeLessThanOrEqual(calls / 100);
      }),
      { numRuns: 20 },
    );
  });

  // What was let in before the first refusal lay in two minutes of the clock: it looks like up to twice the cap, and is lowered step by step.
  test('are known, but for a tenth, after two minutes and at most three pauses where a minute ended in the first burst', () => {
    fc.assert(
      fc.property(anyCase('fixed', { min: 59_000, max: 59_900 }), (klikit) => {
        const { learnt, pausesUntil } = importAt300AMinute(klikit);
        expect(learnt[2]?.windowMs).toBe(minuteMs);
        expect(learnt[2]?.limit).toBeGreaterThanOrEqual(264);
        expect(learnt[2]?.limit).toBeLessThanOrEqual(303);
        expect(pausesUntil(4 * minuteMs)).toBeLessThanOrEqual(3);
      }),
      { numRuns: 20 },
    );
  });
});
