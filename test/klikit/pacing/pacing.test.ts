import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { anyKlikit, callKlikit } from './any-klikit.ts';
import { WatchedPacing } from './watched-pacing.ts';

describe('whatever klikit is like', () => {
  test('no more calls fly than may', () => {
    fc.assert(
      fc.property(anyKlikit(), fc.constantFrom(0, 0.1, 0.5), (klikit, lostShare) => {
        const pacing = new WatchedPacing(klikit.maxConcurrency);
        callKlikit(klikit, { calls: 300, pacing, lostShare });
        expect(pacing.mostFlying).toBeLessThanOrEqual(klikit.maxConcurrency);
        expect(pacing.inFlight).toBe(0);
      }),
    );
  });

  test('no call goes out beyond what is known of the cap', () => {
    fc.assert(
      fc.property(anyKlikit(), fc.constantFrom(0, 0.1), (klikit, lostShare) => {
        const pacing = new WatchedPacing(klikit.maxConcurrency);
        pacing.slowestMs = klikit.latencyMs.to + 1;
        callKlikit(klikit, { calls: 400, pacing, lostShare });
        expect(pacing.mostBeyondLimit).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('no call goes out beyond it, to the millisecond, where all answers take the same time', () => {
    fc.assert(
      fc.property(anyKlikit({ mostJitterMs: 0 }), fc.constantFrom(0, 0.1), (klikit, lostShare) => {
        const pacing = new WatchedPacing(klikit.maxConcurrency);
        pacing.slowestMs = klikit.latencyMs.to;
        callKlikit(klikit, { calls: 400, pacing, lostShare });
        expect(pacing.mostBeyondLimit).toBeLessThanOrEqual(0);
      }),
    );
  });
});

describe('the silence of klikit', () => {
  const answered = (pacing: Pacing, nowMs: number) => pacing.ended(pacing.started(nowMs), { kind: 'answered' }, nowMs);

  test('is none for a process that has never heard of it, and has no connection', () => {
    expect(new Pacing(4).silentMs(50_000)).toBe(0);
  });

  test('begins with its last answer, whatever that said', () => {
    const pacing = new Pacing(4);
    answered(pacing, 1_000);
    expect(pacing.silentMs(3_500)).toBe(2_500);
    pacing.ended(pacing.started(3_500), { kind: 'refused' }, 3_600);
    expect(pacing.silentMs(3_700)).toBe(100);
  });

  test('goes on while calls fail', () => {
    const pacing = new Pacing(4);
    answered(pacing, 1_000);
    pacing.ended(pacing.started(3_000), { kind: 'failed' }, 3_100);
    expect(pacing.silentMs(3_500)).toBe(2_500);
  });
});
