import { setImmediate as everythingElse } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { Pacing } from '../../../functions/menu-import/klikit/pacing/pacing.ts';
import { type Turn, takeTurns } from '../../../functions/menu-import/klikit/pacing/take-turns.ts';
import { PauseGate } from '../../../functions/menu-import/klikit/pause-gate.ts';

/** Turns by a clock that sleeping moves; `given` names those who had theirs, in order, and `none` those who get none any more. */
function startTurns(pacing = new Pacing(1)) {
  let nowMs = 0;
  const now = () => new Date(nowMs);
  const slept: number[] = [];
  const sleep = (ms: number) => {
    slept.push(ms);
    nowMs += ms;
    return Promise.resolve();
  };
  const gate = new PauseGate({ now, sleep, maxPauseSeconds: 10 });
  const takeTurn = takeTurns({ pacing, gate, now });
  const given: string[] = [];
  const none: string[] = [];
  const turns: Turn[] = [];
  const ask = async (name: string, isRepeated = false): Promise<Turn | undefined> => {
    const turn = await takeTurn(isRepeated);
    (turn === undefined ? none : given).push(name);
    if (turn !== undefined) turns.push(turn);
    return turn;
  };
  /** The call that has flown longest is answered. */
  const answer = async () => {
    turns.shift()?.ended({ kind: 'answered' });
    await everythingElse();
  };
  return { ask, answer, gate, given, none, slept, pacing, takeTurn };
}

describe('turns', () => {
  test('are given in the order in which they are asked for', async () => {
    const { ask, answer, given } = startTurns();
    for (const name of ['first', 'second', 'third']) void ask(name);
    await everythingElse();
    expect(given).toEqual(['first']);
    await answer();
    await answer();
    expect(given).toEqual(['first', 'second', 'third']);
  });

  test('are given to repetitions first, and to those in their order', async () => {
    const { ask, answer, given } = startTurns();
    void ask('first');
    await everythingElse();
    for (const name of ['second', 'third']) void ask(name);
    for (const name of ['again', 'and again']) void ask(name, true);
    for (let call = 0; call < 4; call += 1) await answer();
    expect(given).toEqual(['first', 'again', 'and again', 'second', 'third']);
  });

  test('are given at once to as many as may fly', async () => {
    const { ask, answer, given } = startTurns(new Pacing(3));
    for (const name of ['1', '2', '3', '4']) void ask(name);
    await everythingElse();
    expect(given).toEqual(['1', '2', '3']);
    await answer();
    expect(given).toEqual(['1', '2', '3', '4']);
  });

  test('wait until one more call is within the cap', async () => {
    const { ask, answer, given, slept } = startTurns(new Pacing(4, { limit: 1, windowMs: 1_000, concurrency: 4 }));
    for (const name of ['first', 'second']) void ask(name);
    await everythingElse();
    expect([given, slept]).toEqual([['first'], []]);
    await answer();
    expect([given, slept]).toEqual([['first', 'second'], [1_002]]);
  });

  test('say when the call goes out, and end when it does', async () => {
    const { ask, gate, pacing } = startTurns();
    gate.pause(4_000, 'klikit_rate_limited');
    const turn = await ask('first');
    expect([turn?.startedMs, pacing.inFlight]).toEqual([4_000, 1]);
    turn?.ended({ kind: 'neither' });
    expect(pacing.inFlight).toBe(0);
  });

  test('wait while the gate is closed', async () => {
    const { ask, gate, given, slept } = startTurns();
    gate.pause(4_000, 'klikit_rate_limited');
    void ask('first');
    await everythingElse();
    expect([given, slept]).toEqual([['first'], [4_000]]);
  });
});

describe('when nothing may be sent any more', () => {
  test('everyone who waits is told so', async () => {
    const { ask, answer, gate, given, none } = startTurns();
    void ask('flies');
    await everythingElse();
    for (const name of ['first', 'second']) void ask(name);
    void ask('again', true);
    gate.stop('klikit_access_forbidden');
    await answer();
    expect([given, none]).toEqual([['flies'], ['again', 'first', 'second']]);
  });

  test('everyone who comes later is told so, too', async () => {
    const { ask, gate, given, none, pacing } = startTurns();
    gate.stop('klikit_access_forbidden');
    expect(await ask('late')).toBeUndefined();
    expect(await ask('later')).toBeUndefined();
    expect([given, none, pacing.inFlight]).toEqual([[], ['late', 'later'], 0]);
  });
});

describe('two imports with one credential', () => {
  test('share its pace, and each goes on when a call of the other ends', async () => {
    const pacing = new Pacing(2);
    const [one, other] = [startTurns(pacing), startTurns(pacing)];
    for (const name of ['1', '2']) void one.ask(name);
    await everythingElse();
    for (const name of ['3', '4']) void other.ask(name);
    await everythingElse();
    expect([one.given, other.given]).toEqual([['1', '2'], []]);
    await one.answer();
    await one.answer();
    expect([one.given, other.given]).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });
});

describe('nobody is forgotten', () => {
  test('who asks in the very moment in which the last turn was given', async () => {
    const { ask, given, answer } = startTurns(new Pacing(4));
    void ask('first').then(() => ask('in the same breath'));
    await everythingElse();
    expect(given).toEqual(['first', 'in the same breath']);
    void ask('second');
    void answer();
    void ask('third');
    await everythingElse();
    expect(given).toEqual(['first', 'in the same breath', 'second', 'third']);
  });

  test('who asks in the very moment in which a call ends', async () => {
    const { takeTurn } = startTurns();
    for (let call = 0; call < 50; call += 1) {
      const turn = await takeTurn(false);
      const next = takeTurn(call % 2 === 0);
      // The gate is passed in a few steps; the answer comes in between, and one step later each time.
      for (let step = 0; step < call % 10; step += 1) await Promise.resolve();
      turn?.ended({ kind: 'answered' });
      (await next)?.ended({ kind: 'answered' });
    }
    expect((await takeTurn(false))?.startedMs).toBe(0);
  });

  test('of a hundred who ask in any order while calls end', async () => {
    const { takeTurn, pacing } = startTurns(new Pacing(5));
    let most = 0;
    const fly = async (name: number): Promise<number> => {
      for (let step = 0; step < name % 7; step += 1) await Promise.resolve();
      const turn = await takeTurn(name % 3 === 0);
      most = Math.max(most, pacing.inFlight);
      for (let step = 0; step < name % 11; step += 1) await Promise.resolve();
      turn?.ended({ kind: 'answered' });
      return turn === undefined ? 0 : 1;
    };
    const flown = await Promise.all(Array.from({ length: 100 }, (_, name) => fly(name)));
    expect(flown).toEqual(Array(100).fill(1));
    expect(most).toBeLessThanOrEqual(5);
    expect(pacing.inFlight).toBe(0);
  });
});
