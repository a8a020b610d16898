import fc from 'fast-check';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { RateLimiter } from '../../../infra/local/sandbox/rate-limiter.ts';
import type { RateCap } from '../../../infra/local/sandbox/sandbox-options.ts';
import { seededRandom } from '../../crash/seeded-random.ts';
import { type Simulated, simulatePacing } from '../../support/simulate-pacing.ts';

/** A klikit as it may be, and the way to it. */
export interface AnyKlikit {
  cap: RateCap;
  /** Answers take from so long to so long. */
  latencyMs: { from: number; to: number };
  /** Where in a second of the clock the first call goes out. */
  phaseMs: number;
  maxConcurrency: number;
  seed: number;
}

interface Bounds {
  perSecond?: fc.Arbitrary<number>;
  window?: RateCap['window'];
  /** By as much answers may differ. @default 295 */
  mostJitterMs?: number;
}

/** Every klikit that the contract leaves possible, with caps from 1 to 400 calls a second, and answers after 5 to 300 ms. */
export function anyKlikit({
  perSecond = fc.integer({ min: 1, max: 400 }),
  window,
  mostJitterMs = 295,
}: Bounds = {}): fc.Arbitrary<AnyKlikit> {
  return fc.record({
    cap: fc.record({
      perSecond,
      window: window === undefined ? fc.constantFrom('fixed', 'sliding') : fc.constant(window),
      headers: fc.boolean(),
      retryAfter: fc.constantFrom('seconds', 'date', 'none'),
    }),
    latencyMs: fc
      .tuple(fc.integer({ min: 5, max: 300 }), fc.integer({ min: 0, max: mostJitterMs }))
      .map(([from, jitter]) => ({ from, to: Math.min(300, from + jitter) })),
    phaseMs: fc.integer({ min: 0, max: 999 }),
    maxConcurrency: fc.integer({ min: 1, max: 32 }),
    seed: fc.nat(),
  });
}

interface Calling {
  calls: number;
  pacing?: Pacing;
  /** So many of the calls are lost after klikit has counted them. @default 0 */
  lostShare?: number;
}

/** An import of so many calls into that klikit. */
export function callKlikit(klikit: AnyKlikit, { calls, pacing = new Pacing(klikit.maxConcurrency), lostShare = 0 }: Calling): Simulated {
  const { from, to } = klikit.latencyMs;
  const random = seededRandom(klikit.seed);
  const limiter = new RateLimiter(klikit.cap);
  return simulatePacing({
    pacing,
    calls,
    latencyMs: () => from + random() * (to - from),
    startMs: Date.UTC(2026, 10, 24) + klikit.phaseMs,
    klikit: (arrivedMs) => {
      const { isAdmitted, headers } = limiter.admit(arrivedMs);
      return isAdmitted && random() < lostShare ? 'failed' : { admitted: isAdmitted, headers };
    },
  });
}

/** Refused calls, as a share of all that were sent. */
export function refusedShare({ refused }: Simulated, calls: number): number {
  return refused / (calls + refused);
}
