import { describe, expect, test } from 'vitest';
import { type QueueVerdict, QueueWatch } from '../../../functions/menu-import/klikit/pacing/queue-watch.ts';

const [first, round, inFlight] = [16, 64, 8];

/** What is said of so many answers of which eight fly at once. */
function say(watch: QueueWatch, answers: number, tookMs: (answer: number) => number): QueueVerdict[] {
  return Array.from({ length: answers }, (_, answer) => watch.answered(tookMs(answer), inFlight) ?? []).flat();
}

/** A watch that knows how long answers take at best. */
function watchOf(bestMs: number): QueueWatch {
  const watch = new QueueWatch();
  say(watch, first, () => bestMs);
  return watch;
}

describe('a queue at klikit', () => {
  test.each([
    [1, [16, 32, 48]],
    [4, [16, 48, 80]],
    [8, [16, 80, 144]],
    [32, [16, 80, 144]],
  ])('is looked for, where %d calls fly, after so many answers: %j', (flying, expected) => {
    const watch = new QueueWatch();
    const said = Array.from({ length: 144 }, () => watch.answered(100, flying));
    const after = said.flatMap((verdict, position) => (verdict === undefined ? [] : [position + 1]));
    expect(after.slice(0, 3)).toEqual(expected);
  });

  test('is there when answers take more than twice as long as they did, and 50 ms, two rounds long', () => {
    expect(say(watchOf(100), 2 * round, () => 250)).toEqual(['fine', 'fine']);
    expect(say(watchOf(100), 2 * round, () => 251)).toEqual(['wait', 'shrink']);
    expect([...say(watchOf(100), round, () => 251), 'fine']).toEqual(['wait', 'fine']);
  });

  test('is not seen in a few slow answers, however slow, nor in few fast ones', () => {
    expect(say(watchOf(100), 50 * round, (answer) => (answer % 5 === 0 ? 5_000 : 100))).not.toContain('wait');
    expect(say(new QueueWatch(), 50 * round, (answer) => (answer % 5 === 0 ? 5 : 200))).not.toContain('wait');
  });

  test('is not judged by the answers to calls that flew before fewer did', () => {
    const watch = watchOf(20);
    expect(say(watch, 2 * round, () => 400)).toEqual(['wait', 'shrink']);
    expect(say(watch, inFlight + round - 1, () => 20)).toEqual([]);
    expect(say(watch, 1, () => 20)).toEqual(['fine']);
  });

  test('that grows shorter as fewer calls fly is made shorter still, until all is well', () => {
    const watch = watchOf(20);
    const rounds = [800, 400, 200, 100, 60].flatMap((tookMs) => say(watch, inFlight + 2 * round, () => tookMs));
    expect(rounds.filter((verdict) => verdict !== 'wait')).toEqual(['shrink', 'shrink', 'shrink', 'shrink', 'fine', 'fine']);
  });
});

describe('answers that are as slow when fewer calls fly', () => {
  const isSlow = ['wait', 'shrink', 'wait', 'just slow', 'fine'];

  test('are waited out for two rounds more, and then taken for what klikit is', () => {
    expect(say(watchOf(50), 5 * round + inFlight, () => 300)).toEqual(isSlow);
  });

  test('are slow again when klikit was faster in between', () => {
    const watch = watchOf(50);
    say(watch, 5 * round + inFlight, () => 300);
    expect(say(watch, round, () => 60)).toEqual(['fine']);
    expect(say(watch, 5 * round + inFlight, () => 300)).toEqual(isSlow);
  });
});
