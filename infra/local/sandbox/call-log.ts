import type { SandboxCall } from './receive-call.ts';

/** A call and what became of it. Credentials are never kept. */
export interface RecordedCall {
  /** When it had arrived, as an ISO date. */
  at: string;
  method: string;
  path: string;
  idempotencyKey?: string;
  /** As it came; empty where it is no text, or too large. */
  body: string;
  /** Of the bytes. */
  bodySha256: string;
  /** 0 where nothing was answered: not yet, or because the connection was dropped. */
  status: number;
  /** Absent where the answer has none. A lost answer has one. */
  requestId?: string;
  /** The kind of the fault that befell it. */
  fault?: string;
}

/** Every call of a sandbox, in the order in which they arrived. */
export class CallLog {
  readonly #calls: RecordedCall[] = [];

  /** Records a call; what is answered afterwards is set on the record. */
  begin({ method, path, idempotencyKey, text = '', bodySha256 }: SandboxCall, at: Date, fault: string | undefined): RecordedCall {
    const record: RecordedCall = {
      at: at.toISOString(),
      method,
      path,
      body: text,
      bodySha256,
      status: 0,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
      ...(fault === undefined ? {} : { fault }),
    };
    this.#calls.push(record);
    return record;
  }

  all(): RecordedCall[] {
    return structuredClone(this.#calls);
  }

  /** The last calls, newest first, and how many there were in all. */
  latest(count: number): { calls: readonly Readonly<RecordedCall>[]; total: number } {
    return { calls: this.#calls.slice(-count).toReversed(), total: this.#calls.length };
  }
}
