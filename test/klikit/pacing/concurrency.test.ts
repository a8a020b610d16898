import { describe, expect, test } from 'vitest';
import { Concurrency } from '../../../functions/menu-import/klikit/pacing/concurrency.ts';

const fast = 20;
const slow = 400;
/** So many fly at first, where nothing is known. */
const few = new Concurrency(32).limit;

function answer(concurrency: Concurrency, answers: number, tookMs = fast): number {
  for (let count = 0; count < answers; count += 1) concurrency.answered(tookMs);
  return concurrency.limit;
}

function fail(concurrency: Concurrency, failures: number): number {
  for (let count = 0; count < failures; count += 1) concurrency.failed();
  return concurrency.limit;
}

describe('the calls that fly at once', () => {
  test('are a few at first, and one more with each answer', () => {
    const concurrency = new Concurrency(32);
    expect(few).toBeLessThanOrEqual(10);
    expect([concurrency.limit, answer(concurrency, 1), answer(concurrency, 1)]).toEqual([few, few + 1, few + 2]);
  });

  test('are 19 at most until more calls went through than the one limit that klikit ever named', () => {
    const concurrency = new Concurrency(32);
    expect(answer(concurrency, 300)).toBe(19);
    expect(answer(concurrency, 1)).toBe(20);
    expect(answer(concurrency, 100)).toBe(32);
  });

  test('are more than 19 at once where the cap is known', () => {
    const concurrency = new Concurrency(32);
    concurrency.trust();
    expect(answer(concurrency, 32 - few)).toBe(32);
  });

  test.each([1, 3, 7, 18])('are never more than the %d that may', (most) => {
    const concurrency = new Concurrency(most);
    expect(concurrency.limit).toBeLessThanOrEqual(most);
    expect(answer(concurrency, 1_000)).toBe(most);
  });

  test('are as many as an earlier process found, and grow from there without probation', () => {
    const concurrency = new Concurrency(32, 20);
    expect([concurrency.limit, answer(concurrency, 12)]).toEqual([20, 32]);
  });

  test.each([
    [40, 32, 32],
    [0, 32, 1],
    [20, 8, 8],
  ])('where an earlier process found %d and %d may fly, are %d', (learnt, most, limit) => {
    expect(new Concurrency(most, learnt).limit).toBe(limit);
  });
});

/** Answers are looked at together, 64 of them, or fewer where fewer calls fly than eight; and twice. */
const twoRounds = 2 * 64;

/** Where nothing has to be learnt of how long answers take at best. */
function concurrencyOf32(): Concurrency {
  const concurrency = new Concurrency(32, 32);
  answer(concurrency, 16);
  return concurrency;
}

describe('while a queue stands at klikit', () => {
  /** Each call that flies makes answers take so much longer. */
  const queue = (concurrency: Concurrency, answers: number): number[] =>
    Array.from({ length: answers }, () => answer(concurrency, 1, concurrency.limit * 40));

  test('they are halved until the queue is gone, once with two rounds of answers', () => {
    const limits = queue(concurrencyOf32(), twoRounds + (32 + twoRounds) + (16 + twoRounds) + (8 + twoRounds / 2));
    expect([...new Set(limits)]).toEqual([32, 16, 8, 4, 2]);
    expect([16, 8, 4, 2].map((limit) => limits.indexOf(limit) + 1)).toEqual([128, 288, 432, 504]);
  });

  test('there is always one', () => {
    expect(Math.min(...queue(concurrencyOf32(), 10_000))).toBeGreaterThanOrEqual(1);
  });

  test('they do not grow', () => {
    const concurrency = new Concurrency(32, 16);
    answer(concurrency, 16, 10);
    const limit = answer(concurrency, 64, slow);
    expect(answer(concurrency, 63, slow)).toBe(limit);
  });

  test('answers that say nothing of how long klikit takes are no evidence', () => {
    const concurrency = concurrencyOf32();
    for (let call = 0; call < 1_000; call += 1) concurrency.answered();
    expect(concurrency.limit).toBe(32);
  });
});

describe('where klikit is as slow for fewer calls', () => {
  test('they are halved, and two rounds later soon as many as before', () => {
    const concurrency = concurrencyOf32();
    expect(answer(concurrency, twoRounds, slow)).toBe(16);
    expect(answer(concurrency, 32 + twoRounds - 1, slow)).toBe(16);
    expect(answer(concurrency, 16, slow)).toBe(32);
  });
});

describe('after klikit was slow, or down', () => {
  test('they grow by one with each answer up to half of what was too much, and by one with each round from there', () => {
    const concurrency = concurrencyOf32();
    answer(concurrency, twoRounds, slow);
    expect(answer(concurrency, 32 + 63)).toBe(16);
    expect([answer(concurrency, 16), answer(concurrency, 1)]).toEqual([16, 17]);

    const outage = new Concurrency(32, 16);
    fail(outage, 3);
    expect([answer(outage, 7), answer(outage, 8), answer(outage, 1)]).toEqual([8, 8, 9]);
  });
});

describe('failures', () => {
  test('in a row without an answer between them leave one call, which asks whether klikit is back', () => {
    const concurrency = new Concurrency(32, 20);
    expect([fail(concurrency, 2), fail(concurrency, 1)]).toEqual([20, 1]);
  });

  test('with answers between them change nothing', () => {
    const concurrency = new Concurrency(32, 32);
    for (let round = 0; round < 10; round += 1) {
      fail(concurrency, 2);
      answer(concurrency, 1);
    }
    expect(concurrency.limit).toBe(32);
  });

  test('that go on do not keep calls from coming back', () => {
    const concurrency = new Concurrency(32, 32);
    fail(concurrency, 100);
    expect(answer(concurrency, 15)).toBe(16);
  });
});

test('a refusal that says nothing of the cap leaves one call', () => {
  const concurrency = new Concurrency(32, 20);
  concurrency.refused();
  expect(concurrency.limit).toBe(1);
});
