import { CallWindow } from './call-window.ts';
import type { LearntPace } from './learnt-pace.ts';
import type { RateLimit } from './rate-limit-headers.ts';

/** What a server may count in. The shortest that explains how long it asks to wait is taken. */
const windowsMs = [1_000, 10_000, 60_000];
/** What a server says in whole seconds is rounded up. */
const roundingMs = 1_000;
/** By as much calls overtake one another on their way. */
const overtakingMs = 10;
/** Stay just under the cap: one call in a hundred is left to others who use the credential. */
const leftToOthers = 0.01;
/** After so long without a refusal, and so many windows, a higher cap is tried; after a refusal of that, later and later. */
const shortestCalmMs = 30_000;
const longestCalmMs = 480_000;
const calmWindows = 2;

interface Refusal {
  lookedAtMs: number;
  /** How many calls were let in before, in one window. */
  counted: number;
  /** The limit that was kept to, where there was one for that window. */
  keptTo?: number;
  /** The limit that went through before a higher one was tried. */
  proven?: number;
}

/**
 * The cap as far as it is known: at most `limit` calls in any `windowMs`. What it is shows in the first refusal, by the calls that
 * were let in before; or klikit says it. It is tried higher, step by step, after a calm while, for a cap may also rise.
 */
export class Rate {
  readonly #calls = new CallWindow();
  #limit: number | undefined;
  #windowMs: number;
  #saidWindowMs: number | undefined;
  #refusal: Refusal | undefined;
  #isConfirmed = false;
  /** The limit before a higher one was tried. */
  #proven: number | undefined;
  #step = 1;
  #calmMs = shortestCalmMs;
  #raiseAtMs: number | undefined;

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

  /** As many calls as the limit allows went through in one window. */
  get isConfirmed(): boolean {
    return this.#isConfirmed;
  }

  /** Milliseconds until one more call is within the cap; infinite where only an answer can tell. Calls in flight may be counted at any moment. */
  delayMs(nowMs: number, inFlight: number): number {
    if (this.#limit === undefined) return 0;
    const free = this.#limit - inFlight;
    if (free <= 0) return Number.POSITIVE_INFINITY;
    const countedMs = this.#calls.timeBefore(free - 1);
    // Clocks tick in whole milliseconds.
    const delayMs = countedMs === undefined ? 0 : countedMs + this.#windowMs + 1 - nowMs;
    if (delayMs <= 0) return 0;
    this.#isConfirmed = true;
    return delayMs;
  }

  /** A call may have been counted at that time. */
  counted(atMs: number): void {
    this.#calls.add(atMs);
  }

  /** A call was let in, and counted at that time. */
  admitted(countedMs: number, said?: RateLimit): void {
    this.counted(countedMs);
    if (said !== undefined) this.#believe(said, countedMs);
    else if (this.#refusal !== undefined && countedMs <= this.#refusal.lookedAtMs + overtakingMs) this.#countBeforeRefusal(this.#refusal);
    else this.#raiseWhereCalm(countedMs);
  }

  /** A call was refused that the server looked at at that time. `retryAfterMs`: how long it asks to wait. */
  refused(lookedAtMs: number, retryAfterMs: number | undefined, said?: RateLimit): void {
    if (said !== undefined) {
      this.#believe(said, lookedAtMs);
      return;
    }
    const windowMs = retryAfterMs === undefined ? this.#windowMs : shortestWindow(retryAfterMs - roundingMs);
    const isSameWindow = windowMs === this.#windowMs;
    const refusal: Refusal = {
      lookedAtMs,
      counted: this.#calls.count(lookedAtMs - windowMs),
      ...(isSameWindow && this.#limit !== undefined ? { keptTo: this.#limit } : {}),
      ...(isSameWindow && this.#proven !== undefined ? { proven: this.#proven } : {}),
    };
    this.#windowMs = windowMs;
    this.#isConfirmed = false;
    this.#learnFrom(refusal);
    this.#refusal = refusal;
    // What was tried in vain is tried again later.
    this.#calmMs = this.#proven === undefined ? shortestCalmMs : Math.min(longestCalmMs, this.#calmMs * 2);
    this.#proven = undefined;
    this.#step = 1;
    this.#raiseAtMs = lookedAtMs + Math.max(this.#calmMs, calmWindows * windowMs);
  }

  /** An answer that comes later, to a call that was let in all the same. */
  #countBeforeRefusal(refusal: Refusal): void {
    refusal.counted += 1;
    this.#learnFrom(refusal);
  }

  /** The cap shows in what was let in before the refusal. Where that was nothing, others have used it up, and what it is does not show. */
  #learnFrom({ counted, keptTo, proven }: Refusal): void {
    // Where as many were let in as the limit that is tried allows, counting shows nothing.
    if (proven !== undefined && keptTo !== undefined && counted >= proven * 0.9)
      this.#limit = counted < keptTo ? Math.max(proven, justUnder(counted)) : proven;
    else if (keptTo !== undefined) this.#limit = justUnder(lowered(keptTo, counted));
    else if (counted > 0) this.#limit = justUnder(counted);
  }

  /** What klikit says of its cap; what of it others have used is not ours. */
  #believe({ limit, remaining, resetsInMs }: RateLimit, countedMs: number): void {
    if (resetsInMs !== undefined) this.#saidWindowMs = Math.max(this.#saidWindowMs ?? 0, shortestWindow(resetsInMs - roundingMs));
    this.#windowMs = this.#saidWindowMs ?? this.#windowMs;
    const own = this.#calls.count(countedMs - this.#windowMs);
    this.#limit = justUnder(Math.min(limit, remaining + own));
    this.#isConfirmed = true;
  }

  #raiseWhereCalm(nowMs: number): void {
    if (this.#limit === undefined || !this.#isConfirmed) return;
    this.#raiseAtMs ??= nowMs + Math.max(this.#calmMs, calmWindows * this.#windowMs);
    if (nowMs < this.#raiseAtMs) return;
    this.#proven = this.#limit;
    this.#limit += this.#step;
    this.#step *= 2;
    this.#raiseAtMs = nowMs + this.#windowMs;
    this.#isConfirmed = false;
  }
}

/** A cap is believed to fall by half at most. */
function lowered(keptTo: number, counted: number): number {
  // Where hardly fewer were let in than before, counting shows little: those of before lay in two windows of the clock.
  return Math.max(Math.min(counted, Math.floor(keptTo * 0.9)), Math.ceil(keptTo / 2));
}

function justUnder(cap: number): number {
  return Math.max(1, cap - Math.floor(cap * leftToOthers));
}

function shortestWindow(spanMs: number): number {
  return windowsMs.find((windowMs) => windowMs >= spanMs) ?? 60_000;
}
