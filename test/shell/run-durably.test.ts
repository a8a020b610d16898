import { withDurableExecution } from '@aws/durable-execution-sdk-js';
import { LocalDurableTestRunner } from '@aws/durable-execution-sdk-js-testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runDurably } from '../../functions/menu-import/shell/run-durably.ts';
import type { Slice } from '../../functions/menu-import/slice.ts';

beforeAll(() => LocalDurableTestRunner.setupTestEnvironment({ skipTime: true }));
afterAll(() => LocalDurableTestRunner.teardownTestEnvironment());

const more: Slice<never> = { kind: 'more', pauseSeconds: 0 };
const done = (result: unknown): Slice<unknown> => ({ kind: 'done', result });

/** Runs a durable execution of slices that a script tells, run by run: what a slice answers, or what it throws. */
async function execute(script: readonly (Slice<unknown> | Error)[]) {
  let runs = 0;
  const handlerFunction = withDurableExecution((_event, context) =>
    runDurably(context, async () => {
      const told = script[runs];
      runs += 1;
      if (told instanceof Error) throw told;
      if (told === undefined) throw new Error('a slice after the last one');
      return told;
    }),
  );
  const execution = await new LocalDurableTestRunner({ handlerFunction }).run({ payload: { Records: [] } });
  const operations = execution.getOperations().map((operation) => {
    const what = `${operation.getType()} ${operation.getName()}`;
    return operation.getType() === 'WAIT' ? `${what}, ${operation.getWaitDetails()?.waitSeconds} s` : what;
  });
  return { execution, operations, history: JSON.stringify(execution.getHistoryEvents()), runs };
}

/** All that the service was given to keep, in order. */
const payloads = (history: string) =>
  [...history.matchAll(/"Payload":("(?:[^"\\]|\\.)*"|\{[^}]*\})/g)].map(([, payload]) => JSON.parse(payload ?? ''));

describe('the shell on AWS', () => {
  test('is a step for each slice and a wait after it, until one is done', async () => {
    const busy = { kind: 'busy', pauseSeconds: 900 } as const;
    const { execution, operations } = await execute([more, busy, busy, busy, { kind: 'more', pauseSeconds: 2.5 }, done('imported')]);
    expect(execution.getResult()).toBe('imported');
    expect(operations).toEqual([
      'STEP slice 1',
      'WAIT pause 1, 1 s',
      'STEP slice 2',
      'WAIT pause 2, 1 s',
      'STEP slice 3',
      'WAIT pause 3, 2 s',
      'STEP slice 4',
      'WAIT pause 4, 4 s',
      'STEP slice 5',
      'WAIT pause 5, 3 s',
      'STEP slice 6',
    ]);
  });

  test('needs two operations a slice, of the 3,000 that an execution may have', async () => {
    const { execution, operations } = await execute([...Array.from({ length: 39 }, () => more), done('imported')]);
    expect(execution.getResult()).toBe('imported');
    expect(operations.filter((operation) => operation.startsWith('STEP'))).toHaveLength(40);
    expect(operations.filter((operation) => operation.startsWith('WAIT'))).toHaveLength(39);
    expect(operations).toHaveLength(79);
  });

  test('gives the service nothing to keep but what started the execution and what its slices returned', async () => {
    const { history } = await execute([more, done({ created: 2 })]);
    const kept = [{ Records: [] }, more, done({ created: 2 }), { created: 2 }];
    expect(payloads(history)).toEqual(kept.map((value) => JSON.stringify(value)));
  });
});

describe('a slice that throws', () => {
  test('is tried again, in the place of its first attempt', async () => {
    const down = new Error('S3 is down');
    const { execution, operations, runs } = await execute([more, down, down, done('imported')]);
    expect(execution.getResult()).toBe('imported');
    expect(operations).toEqual(['STEP slice 1', 'WAIT pause 1, 1 s', 'STEP slice 2']);
    expect(runs).toBe(4);
  });

  test('fails the execution with its sixth attempt, after ever longer delays', async () => {
    const { execution, runs } = await execute(Array.from({ length: 10 }, () => new Error('S3 is down')));
    expect(execution.getStatus()).toBe('FAILED');
    expect(runs).toBe(6);
    const delays = execution.getHistoryEvents().flatMap((event) => event.StepFailedDetails?.RetryDetails?.NextAttemptDelaySeconds ?? []);
    expect(delays).toHaveLength(5);
    for (const [nth, longest] of [10, 30, 90, 270, 300].entries()) {
      expect(delays[nth]).toBeGreaterThanOrEqual(longest / 2);
      expect(delays[nth]).toBeLessThanOrEqual(longest);
    }
  });

  test('is kept by its kind and code, without its message, which may quote a cell', async () => {
    const quoting = Object.assign(new TypeError('cannot read "Nasi goreng"', { cause: new Error('45000') }), { code: 'ECONNRESET' });
    const { execution, history } = await execute(Array.from({ length: 6 }, () => quoting));
    expect(execution.getError().errorMessage).toBe('TypeError ECONNRESET Error');
    expect(history).toContain('"ErrorType":"SliceFailed"');
    expect(history).not.toMatch(/Nasi|45000/);
  });
});
