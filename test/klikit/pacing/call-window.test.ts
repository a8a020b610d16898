import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CallWindow } from '../../../functions/menu-import/klikit/pacing/call-window.ts';

function windowOf(...times: number[]): CallWindow {
  const calls = new CallWindow();
  for (const atMs of times) calls.add(atMs);
  return calls;
}

describe('a list of calls', () => {
  test('counts those after a time', () => {
    const calls = windowOf(100, 200, 200, 300);
    expect([99, 100, 199, 200, 300].map((afterMs) => calls.count(afterMs))).toEqual([4, 3, 3, 1, 0]);
  });

  test('knows when the call was counted that has so many later ones', () => {
    const calls = windowOf(100, 200, 200, 300);
    expect([0, 1, 2, 3].map((later) => calls.timeBefore(later))).toEqual([300, 200, 200, 100]);
    expect(calls.timeBefore(4)).toBeUndefined();
    expect(windowOf().timeBefore(0)).toBeUndefined();
  });

  test('takes a call that was overtaken for as late as the one that overtook it', () => {
    const calls = windowOf(100, 300, 290);
    expect(calls.timeBefore(0)).toBe(300);
    expect(calls.count(290)).toBe(2);
  });

  test('remembers a minute, and nothing that is longer ago than any window', () => {
    const calls = windowOf(0, 1_000, 61_000);
    expect(calls.timeBefore(2)).toBe(0);
    calls.add(61_001);
    expect(calls.timeBefore(3)).toBeUndefined();
    expect(calls.timeBefore(2)).toBe(1_000);
  });

  test('says the same of the last minute as a simple list, after each of many thousand calls', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(steps, fc.nat(60_000), (stepsMs, windowMs) => {
        const calls = new CallWindow();
        const all: number[] = [];
        const wrong: number[] = [];
        let [nowMs, remembered, inWindow] = [0, 0, 0];
        for (let call = 0; call < 9_000; call += 1) {
          nowMs += stepsMs[call % stepsMs.length] ?? 0;
          calls.add(nowMs);
          all.push(nowMs);
          while ((all[remembered] ?? 0) < nowMs - 61_000) remembered += 1;
          while ((all[inWindow] ?? 0) <= nowMs - windowMs && inWindow <= call) inWindow += 1;
          const oldest = call - remembered;
          const isRight =
            calls.count(nowMs - windowMs) === call + 1 - inWindow &&
            calls.timeBefore(oldest) === all[remembered] &&
            calls.timeBefore(oldest + 1) === undefined;
          if (!isRight) wrong.push(call);
        }
        expect(wrong).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
