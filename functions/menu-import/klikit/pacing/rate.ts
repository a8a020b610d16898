import { CallWindow } from './call-window.ts';
import type { LearntPace } from './learnt-pace.ts';
import type { RateLimit } from './rate-limit-headers.ts';

/** What a server may count in. The shortest that explains how long it asks to wait is taken. */
const windowsMs = [1_000, 10_000, 60_000];
/** What a server says in whole seconds is rounded up. */
const roundingMs = 1_000;
/** Stay just under the cap: one call in fifty is left to others who use the credential. */
const leftToOthers = 0.02;
/** After so long without a refusal, and so many windows, a higher cap is tried. */
const shortestCalmMs = 30_000;
const calmWindows = 2;

/**
 * The cap as far as it is known: at most `limit` calls in any `windowMs`. What it is shows in the first refusal, by the calls that
 * were let in before; or klikit says it. It is tried higher, step by step, after a calm while, for a cap may also rise.
 */
export class Rate {
  readonly #calls = new CallWindow();
  #limit: number | undefined;
  #windowMs: number;
  #saidWindowMs: number | undefined;
  #step = 1;
  #raiseAtMs: number | undefined;
  #isUsedUp = false;

  constructor(learnt?: LearntPace) {
    this.#limit = learnt?.limit;
    this.#windowMs = learnt?.windowMs ?? 1_000;
  }

  get limit(): number | undefined {
    return this.#limit;
  }

  get windowMs(): number {
    return this.#windowMs;
  }

  /** Milliseconds until one more call is within the cap; infinite where only an answer can tell. Calls in flight may be counted at any moment. */
  delayMs(nowMs: number, inFlight: number): number {
    if (this.#limit === undefined) return 0;
    const free = this.#limit - inFlight;
    if (free <= 0) return this.#usedUp(Number.POSITIVE_INFINITY);
    const countedMs = this.#calls.timeBefore(free - 1);
    // Clocks tick in whole milliseconds.
    const delayMs = countedMs === undefined ? 0 : countedMs + this.#windowMs + 1 - nowMs;
    return delayMs > 0 ? this.#usedUp(delayMs) : 0;
  }

  /** A call may have been counted at that time. */
  counted(atMs: number): void {
    this.#calls.add(atMs);
  }

  /** A call was let in, and counted at that time. */
  admitted(countedMs: number, said?: RateLimit): void {
    this.counted(countedMs);
    if (said !== undefined) this.#believe(said, countedMs);
    else this.#raiseWhereCalm(countedMs);
  }

  /** A call was refused that the server looked at at that time. `retryAfterMs`: how long it asks to wait. */
  refused(lookedAtMs: number, retryAfterMs: number | undefined, said?: RateLimit): void {
    if (said !== undefined) {
      this.#believe(said, lookedAtMs);
      return;
    }
    const windowMs = retryAfterMs === undefined ? this.#windowMs : shortestWindow(retryAfterMs - roundingMs);
    const counted = this.#calls.count(lookedAtMs - windowMs, lookedAtMs);
    const lowered = windowMs === this.#windowMs ? this.#lowered(counted) : counted;
    // Where nothing was let in before, others have used the cap up, and what it is does not show.
    if (lowered > 0) this.#limit = justUnder(lowered);
    this.#windowMs = windowMs;
    this.#step = 1;
    this.#raiseAtMs = lookedAtMs + calmMs(windowMs);
  }

  /** The cap as a refusal shows it, when so many calls were let in before. It is believed to fall by half at most. */
  #lowered(counted: number): number {
    if (this.#limit === undefined) return counted;
    // No more went out than were let in before, so it is not the count that is wrong.
    if (counted >= this.#limit) return Math.floor(this.#limit * 0.9);
    return Math.max(counted, Math.ceil(this.#limit / 2));
  }

  /** What klikit says of its cap; what of it others have used is not ours. */
  #believe({ limit, remaining, resetsInMs }: RateLimit, countedMs: number): void {
    if (resetsInMs !== undefined) this.#saidWindowMs = Math.max(this.#saidWindowMs ?? 0, shortestWindow(resetsInMs - roundingMs));
    this.#windowMs = this.#saidWindowMs ?? this.#windowMs;
    const own = this.#calls.count(countedMs - this.#windowMs, countedMs);
    this.#limit = justUnder(Math.min(limit, remaining + own));
  }

  #raiseWhereCalm(nowMs: number): void {
    if (this.#limit === undefined || !this.#isUsedUp) return;
    this.#raiseAtMs ??= nowMs + calmMs(this.#windowMs);
    if (nowMs < this.#raiseAtMs) return;
    this.#limit += this.#step;
    this.#step *= 2;
    this.#raiseAtMs = nowMs + this.#windowMs;
    this.#isUsedUp = false;
  }

  #usedUp(delayMs: number): number {
    this.#isUsedUp = true;
    return delayMs;
  }
}

function calmMs(windowMs: number): number {
  return Math.max(shortestCalmMs, calmWindows * windowMs);
}

function justUnder(cap: number): number {
  return Math.max(1, cap - Math.floor(cap * leftToOthers));
}

function shortestWindow(spanMs: number): number {
  return windowsMs.find((windowMs) => windowMs >= spanMs) ?? 60_000;
}
