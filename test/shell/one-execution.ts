import {
  type DurableContext,
  type DurableExecutionClient,
  type OperationUpdate,
  type WireOperation,
  withDurableExecution,
} from '@aws/durable-execution-sdk-js';

const arn = 'arn:aws:lambda:us-east-1:123456789012:function:menu-import:1/durable-execution/test/1';
const start = new Date('2026-11-24T09:00:00Z');

/** What an update makes of an operation. */
function updated(
  operation: WireOperation | undefined,
  { Id, Name, Type, SubType, Action, Payload, Error }: OperationUpdate,
): WireOperation {
  const Attempt = (operation?.StepDetails?.Attempt ?? 0) + (Action === 'RETRY' ? 1 : 0);
  const Status = { START: 'STARTED', RETRY: 'PENDING', SUCCEED: 'SUCCEEDED', FAIL: 'FAILED', CANCEL: 'CANCELLED' } as const;
  const changed = { Id, Name, Type, SubType, StartTimestamp: start, Status: Status[Action ?? 'START'] };
  return Type === 'STEP' ? { ...changed, StepDetails: { Attempt, Result: Payload, Error } } : changed;
}

/**
 * The service of durable executions, reduced to one execution whose invocations a test makes by hand. That shows two things which the
 * library's own runner does not: an invocation that is killed, and where an invocation ends (where the runner skips time, a wait may be
 * over before it has ended anything).
 */
export class OneExecution {
  readonly #operations = new Map<string | undefined, WireOperation>();
  readonly #invoke: ReturnType<typeof withDurableExecution>;
  #onKill = () => {};
  #waitSeconds = 0;

  constructor(handler: (context: DurableContext) => Promise<unknown>) {
    const ExecutionDetails = { InputPayload: '{}' };
    this.#operations.set('input', { Id: 'input', Type: 'EXECUTION', Status: 'STARTED', StartTimestamp: start, ExecutionDetails });
    const durableExecutionClient: DurableExecutionClient = {
      checkpoint: async ({ Updates = [] }) => {
        const Operations = Updates.map((update) => updated(this.#operations.get(update.Id), update));
        for (const operation of Operations) this.#operations.set(operation.Id, operation);
        this.#waitSeconds = Updates.findLast(({ WaitOptions }) => WaitOptions !== undefined)?.WaitOptions?.WaitSeconds ?? 0;
        return { CheckpointToken: 'token', NewExecutionState: { Operations } };
      },
      getExecutionState: () => Promise.reject(new Error('the whole state is in the event')),
    };
    this.#invoke = withDurableExecution((_event, context) => handler(context), { durableExecutionClient });
  }

  /** Steps and waits so far; an execution may have 3,000. */
  get operations(): number {
    return [...this.#operations.values()].filter(({ Type }) => Type !== 'EXECUTION').length;
  }

  /** What the last invocation ended with, in seconds. */
  get waitSeconds(): number {
    return this.#waitSeconds;
  }

  /** One more invocation, after whatever the last one waited for. Answers how it ended: `PENDING` where there is more to come. */
  async invoke(remainingMs = 900_000): Promise<string> {
    for (const operation of this.#operations.values()) {
      if (operation.Type === 'WAIT') operation.Status = 'SUCCEEDED';
      if (operation.Status === 'PENDING') operation.Status = 'READY';
    }
    const killed = new Promise<string>((resolve) => {
      this.#onKill = () => resolve('KILLED');
    });
    const event = {
      DurableExecutionArn: arn,
      CheckpointToken: 'token',
      InitialExecutionState: { Operations: [...this.#operations.values()] },
    };
    const ended = this.#invoke(structuredClone(event), { getRemainingTimeInMillis: () => remainingMs });
    return Promise.race([killed, ended.then(({ Status }) => Status)]);
  }

  /** Ends the current invocation here and now, as running out of memory does. */
  kill(): Promise<never> {
    this.#onKill();
    return new Promise(() => {});
  }
}
