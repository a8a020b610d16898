import type { RateCap } from '../../infra/local/sandbox/sandbox-options.ts';
import type { ProgramName } from './run-program.ts';

/** How the other programs are measured on a line: on all of its rows, or on 200 of them where that would take minutes. */
type Measured = 'all' | 'extrapolated';

/** One line of the table. */
export interface Line {
  name: string;
  rows: number;
  /** Absent where there is no cap. */
  rate?: RateCap;
  latencyMs: number;
  /** The cap halves so long after the first call. */
  halvesAfterMs?: number;
  /** One answer to a create in so many is lost. */
  losesOneIn?: number;
  others: Partial<Record<Exclude<ProgramName, 'ours'>, Measured>>;
  /** What the processor has little to do with runs beside others: `slow` with all of its kind, `paced` with a few, `alone` with none. */
  company: 'slow' | 'paced' | 'alone';
  /** Ours runs alone all the same: each moment that a call waits for the processor is one in which 32 fly less. */
  isOursAlone?: true;
}

const cap = (perSecond: number, window: RateCap['window'], more: Partial<RateCap> = {}): RateCap => ({
  perSecond,
  window,
  headers: false,
  retryAfter: 'seconds',
  ...more,
});

/** Every row count and cap of the plan, each latency, window and form of the answer at least once; not every combination, or it would take hours. */
export const lines: readonly Line[] = [
  {
    name: '200 at 5/s, sliding, 20 ms',
    rows: 200,
    rate: cap(5, 'sliding'),
    latencyMs: 20,
    others: { sequential: 'all', 'p-queue': 'all' },
    company: 'slow',
  },
  {
    name: '2,000 at 50/s, sliding, 20 ms',
    rows: 2_000,
    rate: cap(50, 'sliding'),
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'slow',
  },
  {
    name: '2,000 at 50/s, sliding, 200 ms, no Retry-After',
    rows: 2_000,
    rate: cap(50, 'sliding', { retryAfter: 'none' }),
    latencyMs: 200,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'slow',
  },
  {
    name: '2,000 at 50/s, fixed, 200 ms, rate headers',
    rows: 2_000,
    rate: cap(50, 'fixed', { headers: true }),
    latencyMs: 200,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'slow',
  },
  {
    name: '2,000, no cap, 200 ms',
    rows: 2_000,
    latencyMs: 200,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'slow',
    isOursAlone: true,
  },
  {
    name: '10,000, no cap, 200 ms',
    rows: 10_000,
    latencyMs: 200,
    others: { sequential: 'extrapolated', 'p-queue': 'extrapolated' },
    company: 'slow',
  },
  {
    name: '10,000 at 300/s, fixed, 20 ms, Retry-After as a date',
    rows: 10_000,
    rate: cap(300, 'fixed', { retryAfter: 'date' }),
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'paced',
  },
  {
    name: '10,000 at 300/s, then 150/s, sliding, 20 ms',
    rows: 10_000,
    rate: cap(300, 'sliding'),
    latencyMs: 20,
    halvesAfterMs: 20_000,
    others: { 'p-queue': 'all' },
    company: 'paced',
  },
  {
    name: '2,000 at 300/s, sliding, 20 ms',
    rows: 2_000,
    rate: cap(300, 'sliding'),
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'alone',
  },
  {
    name: '2,000 at 300/s, fixed, 20 ms, rate headers',
    rows: 2_000,
    rate: cap(300, 'fixed', { headers: true }),
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'alone',
  },
  {
    name: '2,000, no cap, 20 ms',
    rows: 2_000,
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'alone',
  },
  {
    name: '10,000, no cap, 20 ms',
    rows: 10_000,
    latencyMs: 20,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'alone',
  },
  {
    name: '2,000, no cap, 20 ms, 1 answer in 100 is lost',
    rows: 2_000,
    latencyMs: 20,
    losesOneIn: 100,
    others: { sequential: 'extrapolated', 'p-queue': 'all' },
    company: 'alone',
  },
];
