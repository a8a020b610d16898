import { DurableExecutionAlreadyStartedException, InvokeCommand, type LambdaClient } from '@aws-sdk/client-lambda';
import type { Restart } from './restart.ts';

/** Starts a durable execution, and does not wait for it. A name that is taken by the same payload is no fault: Lambda answers the same, and starts nothing. */
export async function startExecution(
  client: LambdaClient,
  functionArn: string,
  { executionName, payload }: Restart,
): Promise<'started' | 'taken'> {
  try {
    await client.send(
      new InvokeCommand({
        FunctionName: functionArn,
        InvocationType: 'Event',
        DurableExecutionName: executionName,
        Payload: Buffer.from(payload),
      }),
    );
    return 'started';
  } catch (error) {
    if (error instanceof DurableExecutionAlreadyStartedException) return 'taken';
    throw error;
  }
}
