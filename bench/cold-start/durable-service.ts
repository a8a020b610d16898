import { json } from 'node:stream/consumers';
import { type LoopbackServer, serveOnLoopback } from '../../infra/local/serve-on-loopback.ts';

interface Update {
  Id: string;
  Action: 'START' | 'SUCCEED' | 'FAIL' | 'RETRY';
  Payload?: string;
}

const statusAfter = { START: 'STARTED', SUCCEED: 'SUCCEEDED', FAIL: 'FAILED', RETRY: 'PENDING' } as const;

/** Serves as much of Lambda's API as one durable execution asks for: it takes checkpoints, and answers what became of each step. */
export function startDurableService(): Promise<LoopbackServer> {
  const operations = new Map<string, object>();
  return serveOnLoopback((request, response) => {
    json(request).then(
      (body) => {
        for (const { Action, Payload, ...step } of (body as { Updates?: Update[] }).Updates ?? []) {
          operations.set(step.Id, { ...step, Status: statusAfter[Action], StepDetails: { Attempt: 0, Result: Payload } });
        }
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify({ CheckpointToken: 'next', NewExecutionState: { Operations: [...operations.values()] } }));
      },
      () => response.writeHead(400).end(),
    );
  });
}

/** What Lambda gives to the handler when an execution begins. `payload` is what the execution was started with. */
export function firstInvocation(payload: unknown): object {
  const execution = { InputPayload: JSON.stringify(payload) };
  return {
    DurableExecutionArn: 'arn:aws:lambda:us-east-1:000000000000:function:menu-import:1/durable-execution/bench/1',
    CheckpointToken: 'first',
    InitialExecutionState: { Operations: [{ Id: 'execution', Type: 'EXECUTION', Status: 'STARTED', ExecutionDetails: execution }] },
  };
}
