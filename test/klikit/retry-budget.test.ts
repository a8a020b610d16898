import { describe, expect, test } from 'vitest';
import { type BeforeRepeating, RetryBudget } from '../../functions/menu-import/klikit/retry-budget.ts';

const everybody = (attempt: number): BeforeRepeating => ({ kind: 'everybody', attempt });
const alone: BeforeRepeating = { kind: 'alone' };

/** So many failures of two writes in turn, which is no outage; each went out, and failed, a second after the one before. */
function failInTurn(budget: RetryBudget, failures: number): string[] {
  const writes = [{}, {}];
  return Array.from({ length: failures }, (_, second) => {
    const { kind } = budget.failed(writes[second % 2] ?? {}, second * 1_000, second * 1_000 + 500);
    return kind;
  });
}

function answer(budget: RetryBudget, answers: number): void {
  for (let count = 0; count < answers; count += 1) budget.answered();
}

describe('a write that fails', () => {
  test('backs off alone while others get their answers', () => {
    expect(new RetryBudget().failed({}, 0, 100)).toEqual(alone);
  });

  test('again and again is no outage: klikit stumbles over it alone', () => {
    const budget = new RetryBudget();
    const write = {};
    const kinds = Array.from({ length: 5 }, (_, second) => budget.failed(write, second * 1_000, second * 1_000 + 100).kind);
    expect(new Set(kinds)).toEqual(new Set(['alone']));
  });
});

describe('repetitions', () => {
  test('are paid for twenty times', () => {
    const kinds = failInTurn(new RetryBudget(), 21);
    expect(kinds).toEqual([...Array<string>(20).fill('alone'), 'everybody']);
  });

  test('are paid for by answers, one by five', () => {
    const budget = new RetryBudget();
    failInTurn(budget, 20);
    answer(budget, 4);
    expect(failInTurn(budget, 1)).toEqual(['everybody']);
    answer(budget, 7);
    expect(failInTurn(budget, 3)).toEqual(['alone', 'alone', 'everybody']);
  });

  test('are never paid for more than twenty times, however many answers came', () => {
    const budget = new RetryBudget();
    answer(budget, 10_000);
    expect(failInTurn(budget, 21).at(-1)).toBe('everybody');
  });
});

describe('three writes that fail, with no answer between them,', () => {
  const failThree = (budget: RetryBudget, from = 0) =>
    [from, from + 1, from + 2].map((second) => budget.failed({}, second * 1_000, second * 1_000 + 500));

  test('are an outage: everybody backs off', () => {
    expect(failThree(new RetryBudget())).toEqual([alone, alone, everybody(1)]);
  });

  test('are none where an answer came between them', () => {
    const budget = new RetryBudget();
    expect([budget.failed({}, 0, 500), budget.failed({}, 0, 500)]).toEqual([alone, alone]);
    answer(budget, 1);
    expect([budget.failed({}, 1_000, 1_500), budget.failed({}, 1_000, 1_500)]).toEqual([alone, alone]);
  });

  test('back off longer each time, until an answer comes', () => {
    const budget = new RetryBudget();
    failThree(budget);
    expect([3, 4, 5].map((second) => budget.failed({}, second * 1_000, second * 1_000 + 500))).toEqual([2, 3, 4].map(everybody));
    answer(budget, 1);
    expect(failThree(budget, 6)).toEqual([alone, alone, everybody(1)]);
  });
});

describe('in an outage', () => {
  test('those that flew together back off together: the pause of the first is enough for all', () => {
    const budget = new RetryBudget();
    for (let write = 0; write < 2; write += 1) budget.failed({}, 0, 1_000);
    expect([1_000, 1_001, 1_400].map((nowMs) => budget.failed({}, 0, nowMs))).toEqual([
      everybody(1),
      { kind: 'with_others' },
      { kind: 'with_others' },
    ]);
    expect(budget.failed({}, 1_500, 1_900)).toEqual(everybody(2));
  });

  test.each([
    [1, 2],
    [500, 2],
    [3_500, 4],
    [60_000, 8],
  ])('that has lasted for %d ms in the slice before, pauses go on where they were: round %d', (pausedMs, round) => {
    expect(new RetryBudget(pausedMs).failed({}, 0, 100)).toEqual(everybody(round));
  });

  test('of an earlier slice, the first answer ends it', () => {
    const budget = new RetryBudget(60_000);
    answer(budget, 1);
    expect(budget.failed({}, 0, 100)).toEqual(alone);
  });
});
