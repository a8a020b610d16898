import type { Fault, FaultableCall } from './sandbox-options.ts';

/** Whether the call has its effect all the same. */
export function isApplied({ kind, applied }: Fault): boolean {
  return applied ?? (kind === 'slow' || kind.endsWith('_after'));
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
