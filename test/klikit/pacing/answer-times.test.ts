import { describe, expect, test } from 'vitest';
import { AnswerTimes } from '../../../functions/menu-import/klikit/pacing/answer-times.ts';

/** How long answers take of which so many took so long, one kind after the other. */
function after(...kinds: [count: number, tookMs: number][]): AnswerTimes {
  const times = new AnswerTimes();
  for (const [count, tookMs] of kinds) for (let answer = 0; answer < count; answer += 1) times.add(tookMs);
  return times;
}

describe('how long answers take', () => {
  test('is nothing before the first of them', () => {
    expect([after().fastestMs, after().meanMs]).toEqual([0, 0]);
  });

  test('at best is what the fastest took', () => {
    expect(after([1, 120], [1, 80], [1, 300]).fastestMs).toBe(80);
    expect(after([1, 300], [1, 80]).fastestMs).toBe(80);
  });

  test('at best is remembered for 500 answers and more, and forgotten after 1,000, for the way may have grown longer', () => {
    expect(after([1, 80], [500, 180]).fastestMs).toBe(80);
    expect(after([1, 80], [999, 180]).fastestMs).toBe(80);
    expect(after([1, 80], [1_000, 180]).fastestMs).toBe(180);
  });

  test('usually is the mean, of the first ones as of the last ones', () => {
    expect(after([1, 80]).meanMs).toBe(80);
    expect(after([1, 80], [1, 120]).meanMs).toBe(100);
    expect(after([500, 80], [100, 120]).meanMs).toBeCloseTo(120, 0);
  });
});
