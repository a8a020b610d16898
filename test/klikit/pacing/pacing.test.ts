import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { seededRandom } from '../../crash/seeded-random.ts';
import { simulatePacing } from '../../support/simulate-pacing.ts';
import { anyKlikit, callKlikit } from './any-klikit.ts';
import { WatchedPacing } from './watched-pacing.ts';
import { windowLimiter } from './window-limiter.ts';

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

  test('goes on where a call was not sent after all, or on a connection that was closed long before', () => {
    const pacing = new Pacing(4);
    answered(pacing, 1_000);
    pacing.ended(pacing.started(3_000), { kind: 'unsent' }, 3_100);
    expect([pacing.silentMs(3_500), pacing.inFlight]).toEqual([2_500, 0]);
  });

  test('goes on while calls fail', () => {
    const pacing = new Pacing(4);
    answered(pacing, 1_000);
    pacing.ended(pacing.started(3_000), { kind: 'failed' }, 3_100);
    expect(pacing.silentMs(3_500)).toBe(2_500);
  });
});

describe('answers that take long', () => {
  const importUncapped = (latencyMs: (random: () => number) => number, calls = 3_000) => {
    const random = seededRandom(7);
    const pacing = new Pacing(32);
    let spentMs = 0;
    const { tookMs } = simulatePacing({
      pacing,
      calls,
      latencyMs: () => {
        const took = latencyMs(random);
        spentMs += took;
        return took;
      },
      klikit: () => ({ admitted: true, headers: {} }),
    });
    return tookMs / (spentMs / 32);
  };

  test.each([
    ['all the same', () => 200],
    ['anything from 5 to 300 ms', (random: () => number) => 5 + random() * 295],
    ['20 ms now and then, and 200 else', (random: () => number) => (random() < 0.02 ? 20 : 180 + random() * 40)],
    ['20 ms one time in four, and 200 else', (random: () => number) => (random() < 0.25 ? 20 : 200)],
    ['20 ms, and a second now and then', (random: () => number) => (random() < 0.1 ? 1_000 : 20)],
  ])("take nobody's place where they take %s", (_, latencyMs) => {
    expect(importUncapped(latencyMs)).toBeLessThan(1.15);
  });

  test('are not waited for where one kind of calls takes six times as long as another', () => {
    let call = 0;
    // As creates and links follow one another, five hundred at a time.
    const byKind = () => (Math.floor(call++ / 500) % 2 === 0 ? 30 : 180);
    expect(importUncapped(byKind)).toBeLessThan(1.3);
  });

  test.each([2, 4, 8])('are made fewer where klikit works on %d at a time, and it is never idle', (workers) => {
    const random = seededRandom(3);
    const workMs = () => 100 + random() * 10;
    const pacing = new Pacing(32);
    const freeAtMs = Array<number>(workers).fill(0);
    const flying: number[] = [];
    let nowMs = 0;
    const { tookMs } = simulatePacing({
      pacing,
      calls: 4_000,
      latencyMs: () => {
        const soonest = freeAtMs.indexOf(Math.min(...freeAtMs));
        const doneMs = Math.max(nowMs, freeAtMs[soonest] ?? 0) + workMs();
        freeAtMs[soonest] = doneMs;
        return doneMs - nowMs;
      },
      klikit: () => ({ admitted: true, headers: {} }),
      onStart: (atMs) => {
        nowMs = atMs;
        flying.push(pacing.learnt().concurrency);
      },
    });
    const usually = flying.slice(1_000).reduce((sum, each) => sum + each, 0) / (flying.length - 1_000);
    expect(usually).toBeLessThan(20);
    expect(tookMs / (4_000 * (105 / workers))).toBeLessThan(1.02);
  });
});

describe('a klikit that rejects what is wrong at once, and works on the rest for a while', () => {
  const importRejected = (isRejectedAs: (call: number) => boolean, perSecond?: number) => {
    const lets = perSecond === undefined ? undefined : windowLimiter({ window: 'sliding', windowMs: 1_000, cap: () => perSecond });
    let [call, spentMs] = [0, 0];
    const { tookMs, refused } = simulatePacing({
      pacing: new Pacing(32, perSecond === undefined ? undefined : { limit: perSecond, windowMs: 1_000, concurrency: 32 }),
      calls: 3_000,
      latencyMs: () => 20,
      klikit: (arrivedMs) => {
        const verdict = lets?.(arrivedMs) ?? { admitted: true, headers: {} };
        if (verdict === 'failed' || !verdict.admitted) return verdict;
        const isRejected = isRejectedAs(call++);
        const workMs = isRejected ? 0 : 180;
        spentMs += 20 + workMs;
        return { ...verdict, isRejected, workMs };
      },
    });
    return { tookMs, refused, idealMs: perSecond === undefined ? spentMs / 32 : (3_000 / perSecond) * 1_000 };
  };

  test('is taken for as fast as its work is', () => {
    const { tookMs, refused, idealMs } = importRejected((call) => call % 20 === 7, 50);
    // A higher cap is tried, now and then.
    expect(refused).toBeLessThanOrEqual(3);
    expect(tookMs / idealMs).toBeLessThan(1.03);
  });

  test('is not taken for slow', () => {
    const { tookMs, idealMs } = importRejected((call) => call % 1_000 < 500);
    expect(tookMs / idealMs).toBeLessThan(1.15);
  });
});

test('where few answers are fast, as many calls fly as the others need', () => {
  const lets = windowLimiter({ window: 'sliding', windowMs: 1_000, cap: () => 50 });
  const random = seededRandom(5);
  const { tookMs } = simulatePacing({
    pacing: new Pacing(32, { limit: 50, windowMs: 1_000, concurrency: 32 }),
    calls: 3_000,
    latencyMs: () => (random() < 0.02 ? 20 : 200),
    klikit: lets,
  });
  // A call is taken for counted when the fastest answer would have told of it, so each window is longer by the difference.
  expect(tookMs / 60_000).toBeLessThan(1.2);
});
