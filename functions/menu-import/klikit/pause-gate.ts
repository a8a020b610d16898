import type { NotAttemptedCause } from './write-outcome.ts';

interface PauseGateOptions {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** Pauses without progress between them may add up to this; then the import stops itself. */
  maxPauseSeconds: number;
  onPause?: (seconds: number, cause: NotAttemptedCause) => void;
}

/** Writes in a row that klikit left in doubt after all their attempts; then nobody hammers a server that is down. */
const mostLostInARow = 3;

/** What all calls of one import share: a pause stops everyone, and so does the end. */
export class PauseGate {
  readonly #options: PauseGateOptions;
  #openAt = 0;
  #pausedMs = 0;
  #lostInARow = 0;
  #stopped: NotAttemptedCause | undefined;

  constructor(options: PauseGateOptions) {
    this.#options = options;
  }

  /** Why nothing is sent any more; `undefined` while the import goes on. */
  get stopped(): NotAttemptedCause | undefined {
    return this.#stopped;
  }

  /** Resolves when a request may be sent, or when none may be sent any more. */
  async wait(): Promise<void> {
    while (this.#stopped === undefined) {
      const rest = this.#openAt - this.#options.now().getTime();
      if (rest <= 0) return;
      await this.#options.sleep(rest);
    }
  }

  /** Stops everyone for a while. Pauses that overlap count once. */
  pause(ms: number, cause: NotAttemptedCause): void {
    const now = this.#options.now().getTime();
    const until = now + ms;
    const added = until - Math.max(now, this.#openAt);
    if (added <= 0) return;
    this.#pausedMs += added;
    if (this.#pausedMs > this.#options.maxPauseSeconds * 1_000) {
      this.stop(cause);
      return;
    }
    this.#openAt = until;
    this.#options.onPause?.(added / 1_000, cause);
  }

  /** klikit answered: whatever was waited out is over. */
  progress(): void {
    this.#pausedMs = 0;
    this.#lostInARow = 0;
  }

  /** A write ended in doubt. */
  lost(): void {
    this.#lostInARow += 1;
    if (this.#lostInARow >= mostLostInARow) this.stop('klikit_unreachable');
  }

  stop(cause: NotAttemptedCause): void {
    this.#stopped ??= cause;
  }
}
