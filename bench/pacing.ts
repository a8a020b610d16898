import { Pacing } from '../functions/menu-import/klikit/pacing/pacing.ts';
import { RateLimiter } from '../infra/local/sandbox/rate-limiter.ts';
import type { RateCap } from '../infra/local/sandbox/sandbox-options.ts';
import { simulatePacing } from '../test/support/simulate-pacing.ts';
import { idealTime } from './import/ideal-time.ts';
import { table } from './report/table.ts';
import { seededRandom } from './workbooks/seeded-random.ts';

/** Answers take up to so much longer than the latency. */
const jitter = 0.08;
/** The import begins at so many moments of klikit's second. */
const phases = 10;
const connections = 32;

const cases: [calls: number, perSecond: number][] = [
  [200, 5],
  [10_000, 5],
  [2_000, 50],
  [2_000, 300],
  [10_000, 300],
];

console.log(
  'The pace alone, by a clock that takes no time: time / ideal and share of calls refused, median and worst of ten moments at which an import begins',
);
const rows: string[][] = [];
for (const [calls, perSecond] of cases) {
  for (const latencyMs of [20, 200]) {
    for (const window of ['sliding', 'fixed'] as const) {
      for (const headers of [false, true]) rows.push(simulated(calls, { perSecond, window, headers, retryAfter: 'seconds' }, latencyMs));
    }
  }
}
console.log(table(['calls at a second', 'latency ms', 'window', 'headers', 'time / ideal', 'worst', '429 %', 'worst'], rows));

function simulated(calls: number, cap: RateCap, latencyMs: number): string[] {
  const random = seededRandom(20_261_125);
  const idealMs = idealTime({ calls, cap: () => cap.perSecond, latencyMs, connections });
  const runs = Array.from({ length: phases }, (_, phase) => {
    const limiter = new RateLimiter(cap);
    const { tookMs, refused } = simulatePacing({
      pacing: new Pacing(connections),
      calls,
      latencyMs: () => latencyMs * (1 + (random(1_000) / 1_000) * jitter),
      startMs: Date.UTC(2026, 10, 24) + phase * (1_000 / phases),
      klikit: (arrivedMs) => {
        const { isAdmitted, headers } = limiter.admit(arrivedMs);
        return { admitted: isAdmitted, headers };
      },
    });
    return { ratio: tookMs / idealMs, refusedPercent: (100 * refused) / (calls + refused) };
  });
  const sorted = (values: number[]) => values.toSorted((one, other) => one - other);
  const [ratios, refusals] = [sorted(runs.map(({ ratio }) => ratio)), sorted(runs.map(({ refusedPercent }) => refusedPercent))];
  const middle = phases / 2;
  return [
    `${calls} at ${cap.perSecond}`,
    String(latencyMs),
    cap.window,
    cap.headers ? 'yes' : 'no',
    (ratios[middle] ?? 0).toFixed(3),
    (ratios.at(-1) ?? 0).toFixed(3),
    (refusals[middle] ?? 0).toFixed(2),
    (refusals.at(-1) ?? 0).toFixed(2),
  ];
}
