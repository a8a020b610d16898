import type { NotAttemptedCause } from './write-outcome.ts';

interface PauseGateOptions {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** Pauses without progress between them may add up to this; then the import stops itself. */
  maxPauseSeconds: number;
  /** What was paused without progress before this slice. @default 0 */
  pausedMs?: number;
  /** Nothing is sent from then on: the slice is over. Default: never. */
  endsAt?: Date;
  /** A longer pause is not slept through: the slice ends. Default: any pause is slept through. */
  longestPauseMs?: number;
  onPause?: (seconds: number, cause: NotAttemptedCause) => void;
}

/** Writes in a row that klikit left in doubt after all their attempts; then nobody hammers a server that is down. */
const mostLostInARow = 3;

/** What all calls of one slice share: a pause stops everyone, and so does the end. */
export class PauseGate {
  readonly #options: PauseGateOptions;
  readonly #endsAtMs: number;
  #openAt = 0;
  #pausedMs: number;
  #lostInARow = 0;
  #held: Promise<unknown> | undefined;
  #stopped: NotAttemptedCause | undefined;
  #resumeAtMs: number | undefined;

  constructor(options: PauseGateOptions) {
    this.#options = options;
    this.#endsAtMs = options.endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
    this.#pausedMs = options.pausedMs ?? 0;
  }

  /** Why nothing is sent any more; `undefined` while the import goes on. */
  get stopped(): NotAttemptedCause | undefined {
    return this.#stopped;
  }

  /** When the next slice may go on, in milliseconds; `undefined` while this one does. */
  get resumeAtMs(): number | undefined {
    return this.#resumeAtMs;
  }

  /** Nothing may be sent any more, in this slice or at all. */
  get isShut(): boolean {
    return this.#stopped !== undefined || this.#resumeAtMs !== undefined;
  }

  /** Pauses since klikit last answered. */
  get pausedMs(): number {
    return this.#pausedMs;
  }

  /** Resolves when a request may be sent, or when none may be sent any more. */
  async wait(): Promise<void> {
    const { now, sleep, longestPauseMs = Number.POSITIVE_INFINITY } = this.#options;
    while (!this.isShut) {
      if (this.#held !== undefined) {
        await this.#held;
        continue;
      }
      const nowMs = now().getTime();
      const rest = this.#openAt - nowMs;
      if (nowMs >= this.#endsAtMs) this.#resumeAtMs = Math.max(nowMs, this.#openAt);
      else if (rest <= 0) return;
      else if (rest > longestPauseMs || this.#openAt >= this.#endsAtMs) this.#resumeAtMs = this.#openAt;
      else await sleep(rest);
    }
  }

  /** Nobody goes through while something is looked up that all of them need. Answers what was found. */
  async hold<T>(lookUp: Promise<T>): Promise<T> {
    const held = lookUp
      .catch(() => undefined)
      .finally(() => {
        if (this.#held === held) this.#held = undefined;
      });
    this.#held = held;
    return lookUp;
  }

  /** One write waits alone, but not beyond the end of the slice. */
  async rest(ms: number): Promise<void> {
    const leftMs = this.#endsAtMs - this.#options.now().getTime();
    await this.#options.sleep(Math.max(0, Math.min(ms, leftMs)));
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
