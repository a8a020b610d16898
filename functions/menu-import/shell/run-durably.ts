import { createRetryStrategy, type DurableContext, JitterStrategy, StepSemantics } from '@aws/durable-execution-sdk-js';
import type { RunSlice } from '../slice.ts';
import { runSlices } from './run-slices.ts';
import { sliceEndsAt } from './slice-ends-at.ts';
import { SliceFailed } from './slice-failed.ts';

/**
 * What a slice throws is the fault of the world (S3, Secrets Manager, the network), and mostly passes: the second attempt comes after 5
 * to 10 seconds, the sixth some 6 to 12 minutes later. Imports that one outage stopped do not come back all at once. After that the
 * execution fails, so that it is heard of.
 */
const retryStrategy = createRetryStrategy({
  maxAttempts: 6,
  initialDelay: { seconds: 10 },
  backoffRate: 3,
  maxDelay: { minutes: 5 },
  jitter: JitterStrategy.HALF,
});

/**
 * A slice may run more than once: the ledger makes repeating it safe. At least once would do, then, but for one thing: there, an attempt
 * that kills its invocation (out of memory, out of time) is not counted, and is repeated until the time of the whole execution is up, days
 * later (aws/aws-durable-execution-docs#281). At most once per retry counts it as a failure like any other, and tries again all the same.
 */
const semantics = StepSemantics.AtMostOncePerRetry;

/**
 * The shell on AWS: a step for each slice, a wait after it. Every invocation replays what came before, so nothing outside a step may look
 * at a clock, not even to see whether another slice fits in. It need not: a wait ends the invocation, as does the delay before another
 * attempt, so every slice begins with the whole time of the function.
 *
 * The history of the execution keeps what a slice returns, so that must be counts and ids, never a cell.
 */
export function runDurably<T>(context: DurableContext, runSlice: RunSlice<T>, now: () => Date = () => new Date()): Promise<T> {
  const attempt = async () => {
    const remainingMs: number = context.lambdaContext.getRemainingTimeInMillis();
    try {
      return await runSlice(sliceEndsAt(now(), remainingMs));
    } catch (error) {
      throw new SliceFailed(error);
    }
  };
  return runSlices({
    slice: async (number) => context.step(`slice ${number}`, attempt, { retryStrategy, semantics }),
    // A wait takes whole seconds, and at least one: the price of a new invocation where the slice asks for no pause.
    pause: async (number, seconds) => context.wait(`pause ${number}`, { seconds: Math.max(1, Math.ceil(seconds)) }),
  });
}
