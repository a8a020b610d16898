import { describe, expect, test } from 'vitest';
import { learntPaceSchema } from '../../../functions/menu-import/klikit/pacing/learnt-pace.ts';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { type AnyKlikit, callKlikit } from './any-klikit.ts';

const klikit: AnyKlikit = {
  cap: { perSecond: 40, window: 'sliding', headers: false, retryAfter: 'seconds' },
  latencyMs: { from: 100, to: 100 },
  phaseMs: 0,
  maxConcurrency: 32,
  seed: 1,
};

/** What an import of so many rows learns, as it lies in the ledger. */
function learnBy(calls: number, of: AnyKlikit = klikit) {
  const pacing = new Pacing(of.maxConcurrency);
  callKlikit(of, { calls, pacing });
  return learntPaceSchema.parse(JSON.parse(JSON.stringify(pacing.learnt())));
}

/** How many calls go out before the first of them is answered. */
function firstBurst(pacing: Pacing): number {
  let calls = 0;
  while (pacing.delayMs(0) === 0 && calls < 1_000) {
    pacing.started(0);
    calls += 1;
  }
  return calls;
}

describe('a pace that another process goes on with', () => {
  test('is the one that was found: limit, window and calls that fly', () => {
    const learnt = learnBy(400);
    expect(learnt).toEqual({ limit: 40, windowMs: 1_000, concurrency: 32 });
    expect(new Pacing(32, learnt).learnt()).toEqual(learnt);
  });

  test('names no limit where none was met', () => {
    const learnt = learnBy(400, { ...klikit, cap: { ...klikit.cap, perSecond: 400 }, maxConcurrency: 8 });
    expect(learnt).toEqual({ windowMs: 1_000, concurrency: 8 });
  });

  test('is kept to from the first call on: no more go out than the limit', () => {
    expect(firstBurst(new Pacing(32, { limit: 5, windowMs: 1_000, concurrency: 20 }))).toBeLessThanOrEqual(5);
    expect(firstBurst(new Pacing(32, { windowMs: 1_000, concurrency: 20 }))).toBe(20);
    expect(firstBurst(new Pacing(32))).toBeLessThanOrEqual(10);
  });

  test('is refused nothing where klikit is as it was', () => {
    const first = callKlikit(klikit, { calls: 200 });
    const next = callKlikit(klikit, { calls: 200, pacing: new Pacing(32, learnBy(400)) });
    expect(first.refused).toBeGreaterThan(0);
    expect(next.refused).toBe(0);
  });

  test('is kept to where klikit counts by the minute', () => {
    const pacing = new Pacing(32, { limit: 10, windowMs: 60_000, concurrency: 32 });
    const calls = Array.from({ length: 10 }, () => pacing.started(0));
    for (const call of calls) pacing.ended(call, { kind: 'answered' }, 100);
    expect(pacing.delayMs(100)).toBeGreaterThan(59_000);
    expect(pacing.delayMs(60_101)).toBe(0);
  });
});

describe('a pace out of the ledger', () => {
  test.each([
    ['a limit of nothing', { limit: 0, windowMs: 1_000, concurrency: 4 }],
    ['no window', { limit: 5, concurrency: 4 }],
    ['a fraction of a call', { limit: 5, windowMs: 1_000, concurrency: 1.5 }],
  ])('with %s is none', (_, pace) => {
    expect(learntPaceSchema.safeParse(pace).success).toBe(false);
  });
});
