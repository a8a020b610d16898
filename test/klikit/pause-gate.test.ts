import { expect, test } from 'vitest';
import { PauseGate } from '../../functions/menu-import/klikit/pause-gate.ts';
import { created, failed, type ScriptedAnswer, scriptedServer } from '../support/scripted-server.ts';
import { decided, virtualClient } from './virtual-client.ts';

/** A gate on a virtual clock; pauses may add up to ten seconds. */
function virtualGate() {
  let now = 0;
  const pauses: number[] = [];
  const sleep = (ms: number) => {
    now += ms;
    return Promise.resolve();
  };
  const gate = new PauseGate({ now: () => new Date(now), sleep, maxPauseSeconds: 10, onPause: (seconds) => pauses.push(seconds) });
  return { gate, pauses, now: () => now };
}

test('a pause stops everyone who comes, and ends for all of them', async () => {
  const { gate, now } = virtualGate();
  gate.pause(4_000, 'klikit_rate_limited');
  await Promise.all([gate.wait(), gate.wait()]);
  expect(now()).toBeGreaterThanOrEqual(4_000);
  expect(gate.stopped).toBeUndefined();
});

test('pauses that overlap count once', () => {
  const { gate, pauses } = virtualGate();
  for (let call = 0; call < 8; call += 1) gate.pause(4_000, 'klikit_rate_limited');
  gate.pause(6_000, 'klikit_rate_limited');
  expect(pauses).toEqual([4, 2]);
  expect(gate.stopped).toBeUndefined();
});

test('the first cause of a stop is the one that is told', () => {
  const { gate } = virtualGate();
  gate.pause(11_000, 'klikit_rate_limited');
  gate.stop('klikit_access_forbidden');
  expect(gate.stopped).toBe('klikit_rate_limited');
});

async function createInTurn(count: number, script: ScriptedAnswer[], maxPauseSeconds = 10) {
  const { client } = virtualClient((await scriptedServer(...script)).url, { maxConcurrency: 1, maxPauseSeconds });
  const outcomes = await Promise.all(Array.from({ length: count }, (_, n) => client.createItem(decided(`Menu!${n}`, { n }))));
  return { outcomes: outcomes.map(({ outcome }) => outcome), stopped: client.stopped() };
}

test('pauses with progress between them do not add up', async () => {
  const pause = failed(429, 'RATE_LIMITED', { 'retry-after': '6' });
  expect(await createInTurn(3, [pause, created, pause, created, pause, created])).toEqual({
    outcomes: ['done', 'done', 'done'],
    stopped: undefined,
  });
});

test('pauses without progress add up over all calls', async () => {
  const pause = failed(429, 'RATE_LIMITED', { 'retry-after': '6' });
  expect(await createInTurn(3, [pause, created, pause, pause])).toEqual({
    outcomes: ['done', 'not_attempted', 'not_attempted'],
    stopped: 'klikit_rate_limited',
  });
});

test('writes that end in doubt stop the import only where no answer came between them', async () => {
  const doubt = Array<ScriptedAnswer>(5).fill(failed(500, 'INTERNAL'));
  expect(await createInTurn(5, [...doubt, ...doubt, created, ...doubt, ...doubt], 900)).toEqual({
    outcomes: ['unknown', 'unknown', 'done', 'unknown', 'unknown'],
    stopped: undefined,
  });
});
