import { withDurableExecution } from '@aws/durable-execution-sdk-js';
import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runDurably } from '../../functions/menu-import/shell/run-durably.ts';
import type { Slice } from '../../functions/menu-import/slice.ts';
import { OneExecution } from './one-execution.ts';

const now = new Date('2026-11-24T09:00:00Z');
const minutes = 60_000;

/** Slices without pauses between them. The last one answers how many were run. */
function countedSlices(many: number) {
  let runs = 0;
  const slice = async (): Promise<Slice<number>> => {
    runs += 1;
    return runs < many ? { kind: 'more', pauseSeconds: 0 } : { kind: 'done', result: runs };
  };
  return { slice, runs: () => runs };
}

describe('an invocation', () => {
  test('runs one slice, however short the pause after it, and none of those before', async () => {
    const { slice, runs } = countedSlices(40);
    const execution = new OneExecution((context) => runDurably(context, slice));
    for (let invocation = 1; invocation < 40; invocation += 1) expect([await execution.invoke(), runs()]).toEqual(['PENDING', invocation]);
    expect([await execution.invoke(), runs()]).toEqual(['SUCCEEDED', 40]);
  });

  test('runs one slice in the runner of the library, too, where time is not skipped', async () => {
    await LocalDurableTestRunner.setupTestEnvironment({ skipTime: false });
    onTestFinished(() => LocalDurableTestRunner.teardownTestEnvironment());
    const { slice } = countedSlices(3);
    const handlerFunction = withDurableExecution((_event, context) => runDurably(context, slice));
    const execution = await new LocalDurableTestRunner({ handlerFunction }).run();
    expect(execution.getResult()).toBe(3);
    expect(execution.getInvocations()).toHaveLength(3);
  });

  test('ends when a slice throws, and the next attempt has one of its own', async () => {
    let attempts = 0;
    const execution = new OneExecution((context) =>
      runDurably(context, async () => {
        attempts += 1;
        if (attempts === 1) throw new Error('S3 is down');
        return { kind: 'done', result: attempts };
      }),
    );
    expect([await execution.invoke(), attempts]).toEqual(['PENDING', 1]);
    expect([await execution.invoke(), attempts]).toEqual(['SUCCEEDED', 2]);
  });

  test('gives its slice what is left of its own time, less the tail', async () => {
    const workMs: number[] = [];
    const execution = new OneExecution((context) =>
      runDurably(
        context,
        async (endsAt) => {
          workMs.push(endsAt.getTime() - now.getTime());
          return { kind: 'more', pauseSeconds: 0 };
        },
        () => now,
      ),
    );
    await execution.invoke(15 * minutes);
    await execution.invoke(3 * minutes);
    await execution.invoke(1 * minutes);
    expect(workMs).toEqual([14 * minutes, 2 * minutes, 0.5 * minutes]);
  });
});

describe('an invocation that does not survive its slice', () => {
  test('is followed by another attempt, and counts as one', async () => {
    let begun = 0;
    const execution: OneExecution = new OneExecution((context) =>
      runDurably(context, () => {
        begun += 1;
        return execution.kill();
      }),
    );
    const ends: string[] = [];
    while (ends.length < 30 && !ends.includes('FAILED')) ends.push(await execution.invoke());
    expect(ends.at(-1)).toBe('FAILED');
    expect(begun).toBe(6);
  });

  test('does not make the next one repeat the slices before it', async () => {
    const { slice, runs } = countedSlices(3);
    let killed = 0;
    const execution: OneExecution = new OneExecution((context) =>
      runDurably(context, () => {
        if (runs() === 0 || killed === 1) return slice();
        killed += 1;
        return execution.kill();
      }),
    );
    const ends: string[] = [];
    while (ends.length < 30 && !ends.includes('SUCCEEDED')) ends.push(await execution.invoke());
    expect(ends).toEqual(['PENDING', 'KILLED', 'PENDING', 'PENDING', 'SUCCEEDED']);
    expect(runs()).toBe(3);
  });
});
