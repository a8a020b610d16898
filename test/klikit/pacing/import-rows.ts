import fc from 'fast-check';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { seededRandom } from '../../crash/seeded-random.ts';
import { type Simulated, simulatePacing, type Verdict } from '../../support/simulate-pacing.ts';

/** The way to a klikit whose answers differ by 20 ms at most. */
export interface Way {
  fastestMs: number;
  /** Where in a second of the clock the first call goes out. */
  phaseMs: number;
  seed: number;
}

/** Every such way, by the name of its fields. */
export const anyWay = { fastestMs: fc.integer({ min: 20, max: 200 }), phaseMs: fc.integer({ min: 0, max: 999 }), seed: fc.nat() };

/** As many calls a second as so many that fly at once make. */
export function mostPerSecond({ fastestMs }: Way, maxConcurrency = 32): number {
  return (maxConcurrency * 1_000) / (fastestMs + 10);
}

interface Calls extends Way {
  calls: number;
  pacing?: Pacing;
  /** Times are counted from the first call on. */
  klikit: (arrivedMs: number) => Verdict;
  /** Answers take so many times as long. */
  slower?: (nowMs: number) => number;
  onStart?: (nowMs: number) => void;
}

/** An import by a clock that begins with its first call. */
export function importRows({
  fastestMs,
  phaseMs,
  seed,
  calls,
  pacing = new Pacing(32),
  klikit,
  slower = () => 1,
  onStart,
}: Calls): Simulated {
  const random = seededRandom(seed);
  const startMs = Date.UTC(2026, 10, 24) + phaseMs;
  let nowMs = 0;
  return simulatePacing({
    pacing,
    calls,
    startMs,
    latencyMs: () => (fastestMs + random() * 20) * slower(nowMs),
    klikit: (arrivedMs) => klikit(arrivedMs - startMs),
    onStart: (atMs) => {
      nowMs = atMs - startMs;
      onStart?.(nowMs);
    },
  });
}
