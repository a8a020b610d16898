/** What a fault may look at to decide whether a call is its own. */
export interface FaultableCall {
  method: string;
  path: string;
  idempotencyKey?: string;
  /** Parsed; `undefined` where it is no JSON. */
  body: unknown;
}

/** Whether the call still has its effect, unless the fault says otherwise. */
const appliesByDefault = {
  /** The connection ends. */
  drop_before: false,
  /** The connection ends: the answer is lost. */
  drop_after: true,
  /** The connection ends in the middle of the answer. */
  truncate_after: true,
  /** An error in klikit's envelope, with `status` (default 500) and `code` (default: the status's own). */
  status: false,
  /** The right answer, after `delayMs` (default 1,000). */
  slow: true,
  /** A web page of a gateway, with `status` (default 502). */
  html: false,
  /** No body, with `status` (default 200). */
  empty: true,
  /** A redirect to `location` (default `/login`), with `status` (default 302). */
  redirect: false,
};

/** Something that goes wrong with the next calls that match. */
export interface Fault {
  kind: keyof typeof appliesByDefault;
  /** Default: every call. */
  match?: (call: FaultableCall) => boolean;
  /** How many calls it befalls. @default 1 */
  times?: number;
  /** Whether the call has its effect all the same: a gateway's 502 may come after it. Default: depends on `kind`. */
  applied?: boolean;
  status?: number;
  code?: string;
  /** The value of the answer's `Retry-After`. */
  retryAfter?: string;
  location?: string;
  /** Time until the effect and the answer. */
  delayMs?: number;
}

export function isApplied({ kind, applied = appliesByDefault[kind] }: Fault): boolean {
  return applied;
}

/** Faults that wait for their calls, in the order in which they were asked for. */
export class FaultQueue {
  #waiting: { fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** The first fault that this call meets; it is used up by one. */
  take(call: FaultableCall): Fault | undefined {
    const met = this.#waiting.find(({ fault: { match = () => true } }) => match(call));
    if (met !== undefined) met.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return met?.fault;
  }
}
