import { expect, test } from 'vitest';
import type { Running } from '../../infra/local/live-page/listed-import.ts';
import { runningAfter } from '../../infra/local/live-page/running-after.ts';

const running: Running = {
  id: 'a1',
  merchant: 'demo',
  file: 'menu.xlsx',
  since: '2026-11-25T09:00:00.000Z',
  state: 'running',
  calls: 4,
  pauses: 0,
};
const rows = { rowsDone: 2, rowsTotal: 9 };
const pause = { kind: 'pause', seconds: 7, cause: 'klikit_rate_limited' } as const;

test('rows and calls are counted, repeated ones too', () => {
  const after = runningAfter(runningAfter(running, { kind: 'progress', rows }), { kind: 'call', call: { kind: 'retry' } });
  expect(after).toEqual({ ...running, rows, calls: 5 });
});

test('a pause of klikit holds while answers come in, and is over with the next call', () => {
  const paused = runningAfter(running, { kind: 'call', call: pause });
  expect(paused).toMatchObject({ calls: 4, pauses: 1, waits: { because: 'klikit_rate_limited', seconds: 7 } });
  const answered = runningAfter(paused, { kind: 'progress', rows });
  expect(answered.waits).toEqual(paused.waits);
  expect(runningAfter(answered, { kind: 'call', call: { kind: 'call' } })).not.toHaveProperty('waits');
});

test('a pause that outlasts the slice keeps its cause', () => {
  const paused = runningAfter(runningAfter(running, { kind: 'call', call: pause }), { kind: 'pause', because: 'more', seconds: 6.5 });
  expect(paused).toMatchObject({ pauses: 1, waits: { because: 'klikit_rate_limited', seconds: 6.5 } });
});

test('the wait for an interrupted import is over when rows are done', () => {
  const waiting = runningAfter(running, { kind: 'pause', because: 'busy', seconds: 4 });
  expect(waiting.waits).toEqual({ because: 'turn', seconds: 4 });
  expect(runningAfter(waiting, { kind: 'progress', rows })).not.toHaveProperty('waits');
});
