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
    expect(after().fastestMs).toBe(0);
    expect(after().areSlow).toBe(false);
  });

  test('at best is what the fastest took', () => {
    expect(after([1, 120], [1, 80], [1, 300]).fastestMs).toBeCloseTo(80, -1);
    expect(after([1, 300], [1, 80]).fastestMs).toBe(80);
  });

  test('at best is forgotten slowly, for the way may have grown longer', () => {
    expect(after([1, 80], [10, 180]).fastestMs).toBeLessThan(83);
    expect(after([1, 80], [3_000, 180]).fastestMs).toBeGreaterThan(175);
  });
});

describe('answers are slow', () => {
  test('when they usually take more than twice as long as the fastest, and 50 ms', () => {
    expect(after([50, 100], [20, 240]).areSlow).toBe(false);
    expect(after([50, 100], [20, 300]).areSlow).toBe(true);
  });

  test('but not for one of them', () => {
    expect(after([50, 100], [1, 900]).areSlow).toBe(false);
    expect(after([50, 100], [3, 900]).areSlow).toBe(true);
  });

  test('no more when some fast ones have come', () => {
    expect(after([50, 100], [20, 900], [1, 100]).areSlow).toBe(true);
    expect(after([50, 100], [20, 900], [20, 100]).areSlow).toBe(false);
  });
});
