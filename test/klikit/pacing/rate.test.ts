import { describe, expect, test } from 'vitest';
import type { LearntPace } from '../../../functions/menu-import/klikit/pacing/learnt-pace.ts';
import { Rate } from '../../../functions/menu-import/klikit/pacing/rate.ts';

/** A rate of a klikit whose answers take no time. */
const rateOf = (learnt?: LearntPace) => new Rate({ fastestMs: 0 }, learnt);

/** A rate that has let so many calls in, one each millisecond from 0 on. */
function afterCalls(calls: number, learnt?: { limit: number; windowMs: number; concurrency: number }): Rate {
  const rate = rateOf(learnt);
  for (let atMs = 0; atMs < calls; atMs += 1) rate.admitted(atMs, atMs);
  return rate;
}

describe('a cap that nobody has met', () => {
  test('holds nobody up', () => {
    expect(afterCalls(900).delayMs(900, 31)).toBe(0);
    expect(afterCalls(900).limit).toBeUndefined();
  });
});

describe('the first refusal', () => {
  test('shows the cap: as many calls as were let in before, in one window', () => {
    const rate = afterCalls(40);
    rate.refused(40, 40, 1_000);
    expect([rate.limit, rate.windowMs]).toEqual([40, 1_000]);
  });

  test('leaves one call in two hundred to others', () => {
    const rate = afterCalls(300);
    rate.refused(300, 300, 1_000);
    expect(rate.limit).toBe(299);
  });

  test('counts those, too, whose answers come after it', () => {
    const rate = afterCalls(40);
    rate.refused(40, 40, 1_000);
    for (const startedMs of [18, 39, 45]) rate.admitted(startedMs, 300);
    expect(rate.limit).toBe(43);
    rate.admitted(1_100, 1_120);
    expect(rate.limit).toBe(43);
  });

  test('of a credential that others have used up says nothing of the cap', () => {
    const rate = rateOf();
    rate.refused(40, 40, 1_000);
    expect(rate.limit).toBeUndefined();
  });

  test.each([
    ['nothing', undefined, 1_000],
    ['two seconds, which are one and what was rounded up', 2_000, 1_000],
    ['seven seconds', 7_000, 10_000],
    ['eleven seconds', 11_000, 10_000],
    ['twelve seconds', 12_000, 60_000],
    ['a minute', 60_000, 60_000],
    ['an hour', 3_600_000, 60_000],
  ])('that asks to wait %s is of a window of so long', (_, retryAfterMs, windowMs) => {
    const rate = afterCalls(40);
    rate.refused(40, 40, retryAfterMs);
    expect(rate.windowMs).toBe(windowMs);
  });
});

describe('a known cap', () => {
  const learnt = { limit: 3, windowMs: 1_000, concurrency: 4 };

  test('holds a call up until the window has a place for it', () => {
    const rate = afterCalls(3, learnt);
    expect(rate.delayMs(500, 0)).toBe(502);
    expect(rate.delayMs(1_002, 0)).toBe(0);
  });

  test('takes what flies for counted at any moment', () => {
    const rate = afterCalls(1, learnt);
    expect(rate.delayMs(10, 1)).toBe(0);
    expect(rate.delayMs(10, 2)).toBe(992);
    expect(rate.delayMs(10, 3)).toBe(Number.POSITIVE_INFINITY);
  });

  test('takes a call that failed for counted', () => {
    const rate = rateOf({ ...learnt, limit: 1 });
    rate.counted(0);
    expect(rate.delayMs(10, 0)).toBe(992);
  });

  test('falls by half at most where klikit refuses sooner', () => {
    const rate = afterCalls(4, { ...learnt, limit: 40 });
    rate.refused(4, 4, 1_000);
    expect(rate.limit).toBe(20);
  });

  test.each([
    [40, 39],
    [5, 4],
    [1, 1],
    [300, 293],
  ])('of %d that is refused though it was kept to stays, and falls to %d when that happens again', (limit, lower) => {
    const rate = afterCalls(limit, { ...learnt, limit });
    rate.refused(limit, limit, 1_000);
    expect(rate.limit).toBe(limit);
    for (let call = 0; call < limit; call += 1) rate.admitted(2_000 + call, 2_000 + call);
    rate.refused(2_000 + limit, 2_000 + limit, 1_000);
    expect(rate.limit).toBe(lower);
  });

  test('stays, too, where some of what was let in is answered only after the refusal', () => {
    const rate = afterCalls(38, { ...learnt, limit: 40 });
    rate.refused(40, 40, 1_000);
    for (const startedMs of [38, 39, 40]) rate.admitted(startedMs, 60);
    expect(rate.limit).toBe(40);
  });

  test('stays, too, where that happens again after half a minute', () => {
    const rate = afterCalls(40, { ...learnt, limit: 40 });
    rate.refused(40, 40, 1_000);
    for (let call = 0; call < 40; call += 1) rate.admitted(31_000 + call, 31_000 + call);
    rate.refused(31_041, 31_041, 1_000);
    expect(rate.limit).toBe(40);
  });
});

describe('a process that is busy', () => {
  /** Ten answers that were heard of late, and two calls that went out when they were. */
  function busyRate(): Rate {
    const rate = new Rate({ fastestMs: 760 });
    for (let call = 0; call < 10; call += 1) rate.admitted(0, 760);
    return rate;
  }

  test('counts what went out before the call that was refused, whenever it was answered', () => {
    const rate = busyRate();
    rate.refused(765, 820, 1_000);
    rate.admitted(764, 821);
    rate.admitted(765, 900);
    expect(rate.limit).toBe(12);
  });

  test('counts what was let in within a window before the refused call went out, not before it heard of that', () => {
    const rate = rateOf();
    for (let call = 0; call < 10; call += 1) rate.admitted(call, call);
    rate.refused(500, 1_400, 1_000);
    expect(rate.limit).toBe(10);
  });

  test('does not take a limit for far too high because what was let in has just left the window', () => {
    const rate = rateOf({ limit: 20, windowMs: 1_000, concurrency: 32 });
    for (let call = 0; call < 20; call += 1) rate.admitted(0, 30);
    rate.refused(1_035, 1_035, 1_000);
    expect(rate.limit).toBe(20);
  });
});

describe('a refusal that asks to wait less than the window that is known', () => {
  const minute = { limit: 40, windowMs: 60_000, concurrency: 4 };

  test('is of that window where it is used up: its oldest call leaves it soon', () => {
    const rate = afterCalls(40, minute);
    rate.refused(59_000, 59_000, 1_000);
    expect([rate.windowMs, rate.limit]).toEqual([60_000, 40]);
  });

  test('is of a shorter window where it is not', () => {
    const rate = afterCalls(20, minute);
    rate.refused(20, 20, 1_000);
    expect([rate.windowMs, rate.limit]).toEqual([1_000, 20]);
  });
});

describe('after a calm while', () => {
  /** The limit in each second from the first refusal on, of an import that uses up whatever it may. */
  function limitsBySecond(seconds: number): (number | undefined)[] {
    const rate = afterCalls(40);
    rate.refused(40, 40, 1_000);
    return Array.from({ length: seconds }, (_, second) => {
      const fromMs = (second + 2) * 1_000;
      const calls = rate.limit ?? 0;
      for (let call = 0; call < calls; call += 1) rate.admitted(fromMs + call, fromMs + call);
      rate.delayMs(fromMs + calls, 0);
      return rate.limit;
    });
  }

  test('a higher cap is tried, by one call more, then by two, four, eight', () => {
    const limits = limitsBySecond(40);
    expect(new Set(limits.slice(0, 28))).toEqual(new Set([40]));
    expect([...new Set(limits)].slice(0, 5)).toEqual([40, 41, 43, 47, 55]);
  });

  /** A rate whose limit of 40 is tried higher, up to one that lets in 47. */
  function tryingHigher(): { rate: Rate; nowMs: number } {
    const rate = afterCalls(40);
    rate.refused(40, 40, 1_000);
    let nowMs = 1_000;
    while (rate.limit !== 47) {
      nowMs += 1_000;
      const calls = rate.limit ?? 0;
      for (let call = 0; call < calls; call += 1) rate.admitted(nowMs + call, nowMs + call);
      rate.delayMs(nowMs + calls, 0);
    }
    return { rate, nowMs: nowMs + 1_000 };
  }

  test.each([
    [45, 45],
    [43, 43],
    [41, 43],
    [47, 43],
  ])('which lets in %d of the 47 that are tried after 43, it is %d', (letIn, limit) => {
    const { rate, nowMs } = tryingHigher();
    for (let call = 0; call < letIn; call += 1) rate.admitted(nowMs + call, nowMs + call);
    rate.refused(nowMs + letIn, nowMs + letIn, 1_000);
    expect(rate.limit).toBe(limit);
  });

  test('it is not tried where the cap that is known is not used up', () => {
    const rate = rateOf({ limit: 40, windowMs: 1_000, concurrency: 4 });
    for (let second = 0; second < 300; second += 1) {
      rate.delayMs(second * 1_000, 0);
      rate.admitted(second * 1_000, second * 1_000);
    }
    expect(rate.limit).toBe(40);
  });
});

describe('what klikit says of its cap', () => {
  test('is believed, less one in two hundred', () => {
    const rate = rateOf();
    rate.admitted(0, 0, { limit: 300, remaining: 299, resetsInMs: 1_000 });
    expect([rate.limit, rate.windowMs, rate.isConfirmed]).toEqual([299, 1_000, true]);
  });

  test('is less what others have used of it', () => {
    const rate = rateOf();
    rate.admitted(0, 0, { limit: 300, remaining: 99 });
    expect(rate.limit).toBe(100);
  });

  test('names the window by the longest time that was left of it', () => {
    const rate = rateOf();
    for (const [atMs, resetsInMs] of [
      [0, 58_000],
      [53_000, 5_000],
    ] as const) {
      rate.admitted(atMs, atMs, { limit: 300, remaining: 298, resetsInMs });
    }
    expect(rate.windowMs).toBe(60_000);
  });
});
