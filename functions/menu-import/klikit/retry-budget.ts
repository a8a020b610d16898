const most = 20;
/** Five answers pay for one repetition. */
const earnedByAnswer = 0.2;
/** Writes that fail, without any answer between them: more than one that klikit stumbles over. */
const writesOfAnOutage = 3;

/** What a write that failed does before it is repeated. */
export type BeforeRepeating =
  /** Backs off alone: others get their answers. */
  | { kind: 'alone' }
  /** Everybody backs off, as after the n-th attempt. */
  | { kind: 'everybody'; attempt: number }
  /** The pause that another one asked for is enough: they failed together. */
  | { kind: 'with_others' };

/**
 * Keeps repetitions from adding to the trouble of a server in trouble. Answers pay for them; where they are not paid for, or where
 * nothing is answered any more, all calls pause, longer each time, and one at a time asks again.
 */
export class RetryBudget {
  #left = most;
  readonly #failing = new Set<object>();
  #isOutage = false;
  #rounds = 0;
  #roundMs = Number.NEGATIVE_INFINITY;

  /** `pausedMs`: how long nothing was answered before, in an earlier slice. */
  constructor(pausedMs = 0) {
    if (pausedMs === 0) return;
    this.#isOutage = true;
    // As far as pauses that double from 500 ms on have come by then.
    this.#rounds = Math.ceil(Math.log2(pausedMs / 500 + 1));
  }

  answered(): void {
    this.#left = Math.min(most, this.#left + earnedByAnswer);
    this.#failing.clear();
    this.#isOutage = false;
    this.#rounds = 0;
  }

  /** A call of a write failed that went out at that time, in milliseconds. */
  failed(write: object, startedMs: number, nowMs: number): BeforeRepeating {
    this.#failing.add(write);
    this.#isOutage ||= this.#failing.size >= writesOfAnOutage;
    if (!this.#isOutage && this.#left >= 1) {
      this.#left -= 1;
      return { kind: 'alone' };
    }
    if (startedMs <= this.#roundMs) return { kind: 'with_others' };
    this.#rounds += 1;
    this.#roundMs = nowMs;
    return { kind: 'everybody', attempt: this.#rounds };
  }
}
