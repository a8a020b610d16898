import type { AnswerTimes } from './answer-times.ts';
import { CallWindow } from './call-window.ts';
import type { LearntPace } from './learnt-pace.ts';
import type { RateLimit } from './rate-limit-headers.ts';

/** What a server may count in. The shortest that explains how long it asks to wait is taken. */
const windowsMs = [1_000, 10_000, 60_000];
/** What a server says in whole seconds is rounded up. */
const roundingMs = 1_000;
/** Clocks tick in whole milliseconds, and two times are compared. */
const roughnessMs = 2;
/** By as much calls overtake one another on their way. */
const overtakingMs = 10;
/** Stay just under the cap: one call in two hundred is left to others who use the credential. */
const leftToOthers = 0.005;
/** So much of a limit is as good as all of it. */
const nearly = 0.9;
/** A limit that proves too high falls by so much at least. */
const leastFall = 0.02;
/** After so long without a refusal, and so many windows, a higher cap is tried; after a refusal of that, later and later. */
const shortestCalmMs = 30_000;
const longestCalmMs = 480_000;
const calmWindows = 2;

interface Refusal {
  lookedAtMs: number;
  /** How many calls were let in before, in one window. */
  counted: number;
  /** The same, with those that have just left the window as far as is known, and may not have as klikit sees it. */
  countedAtMost: number;
  /** The limit that was kept to, where there was one for that window. */
  keptTo?: number;
  /** The limit that went through before a higher one was tried. */
  proven?: number;
  /** Nothing like it was there for a while. */
  isFirst: boolean;
}

/**
 * The cap as far as it is known: at most `limit` calls in any `windowMs`. What it is shows in the first refusal, by the calls that
 * were let in before; or klikit says it. It is tried higher, step by step, after a calm while, for a cap may also rise.
 */
export class Rate {
  /** By when calls were counted: when their answers came. */
  readonly #calls = new CallWindow();
  readonly #times: Pick<AnswerTimes, 'fastestMs'>;
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
  /** Until then, a limit that was kept to and is refused all the same proves too high. */
  #doubtedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(times: Pick<AnswerTimes, 'fastestMs'>, learnt?: LearntPace) {
    this.#times = times;
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

  /**
   * Milliseconds until one more call is within the cap; infinite where only an answer can tell. Calls in flight may be counted at any
   * moment. The others were counted when the fastest answer would have told of it, or before: a call that goes out a window after that
   * cannot arrive too early, however the way there and the way back share the time.
   */
  delayMs(nowMs: number, inFlight: number): number {
    if (this.#limit === undefined) return 0;
    const free = this.#limit - inFlight;
    if (free <= 0) return Number.POSITIVE_INFINITY;
    const countedByMs = this.#calls.timeBefore(free - 1);
    const delayMs = countedByMs === undefined ? 0 : countedByMs - this.#times.fastestMs + this.#windowMs + roughnessMs - nowMs;
    if (delayMs <= 0) return 0;
    this.#isConfirmed = true;
    return delayMs;
  }

  /** A call may have been counted, at that time at the latest. */
  counted(byMs: number): void {
    this.#calls.add(byMs);
  }

  /** A call went out at one time, was let in, and was counted at the other at the latest. */
  admitted(startedMs: number, countedByMs: number, said?: RateLimit): void {
    this.counted(countedByMs);
    if (said !== undefined) this.#believe(said, countedByMs);
    else if (this.#refusal !== undefined && startedMs <= this.#refusal.lookedAtMs + overtakingMs) this.#countBeforeRefusal(this.#refusal);
    else this.#raiseWhereCalm(countedByMs);
  }

  /** A call that went out at one time was refused, as is known at the other. `retryAfterMs`: how long the server asks to wait. */
  refused(startedMs: number, refusedByMs: number, retryAfterMs: number | undefined, said?: RateLimit): void {
    const { fastestMs } = this.#times;
    // A busy process hears of it late.
    const heardMs = Math.min(refusedByMs, startedMs + fastestMs);
    if (said !== undefined) {
      this.#believe(said, heardMs);
      return;
    }
    const windowMs = this.#windowOf(heardMs, retryAfterMs);
    const isSameWindow = windowMs === this.#windowMs;
    const refusal: Refusal = {
      lookedAtMs: Math.max(startedMs, refusedByMs - fastestMs),
      counted: this.#calls.count(heardMs - windowMs),
      countedAtMost: this.#calls.count(heardMs - windowMs - overtakingMs),
      ...(isSameWindow && this.#limit !== undefined ? { keptTo: this.#limit } : {}),
      ...(isSameWindow && this.#proven !== undefined ? { proven: this.#proven } : {}),
      isFirst: refusedByMs > this.#doubtedUntilMs,
    };
    this.#windowMs = windowMs;
    this.#isConfirmed = false;
    this.#learnFrom(refusal);
    this.#refusal = refusal;
    // What was tried in vain is tried again later.
    this.#calmMs = this.#proven === undefined ? shortestCalmMs : Math.min(longestCalmMs, this.#calmMs * 2);
    this.#proven = undefined;
    this.#step = 1;
    this.#raiseAtMs = heardMs + Math.max(this.#calmMs, calmWindows * windowMs);
  }

  /** The window that the refusal is about: the shortest that explains how long to wait, or the one that is known and just used up. */
  #windowOf(heardMs: number, retryAfterMs: number | undefined): number {
    if (retryAfterMs === undefined) return this.#windowMs;
    const shortestMs = shortestWindow(retryAfterMs - roundingMs);
    const isUsedUp = this.#limit !== undefined && this.#calls.count(heardMs - this.#windowMs) >= this.#limit * nearly;
    return isUsedUp ? Math.max(shortestMs, this.#windowMs) : shortestMs;
  }

  /** An answer that comes later, to a call that was let in all the same. */
  #countBeforeRefusal(refusal: Refusal): void {
    refusal.counted += 1;
    refusal.countedAtMost += 1;
    this.#learnFrom(refusal);
  }

  /** The cap shows in what was let in before the refusal. Where that was nothing, others have used it up, and what it is does not show. */
  #learnFrom({ lookedAtMs, counted, countedAtMost, keptTo, proven, isFirst }: Refusal): void {
    // Where as many were let in as the limit that is tried allows, counting shows nothing.
    if (proven !== undefined && keptTo !== undefined && countedAtMost >= proven * nearly)
      this.#limit = counted < keptTo ? Math.max(proven, justUnder(counted)) : proven;
    else if (keptTo !== undefined && isFirst && countedAtMost >= keptTo) {
      // The limit was kept to and used up: a call may have been faster than any before, and have come too early.
      this.#limit = keptTo;
      this.#doubtedUntilMs = lookedAtMs + shortestCalmMs;
    } else if (keptTo !== undefined) this.#limit = justUnder(lowered(keptTo, countedAtMost));
    else if (counted > 0) this.#limit = justUnder(counted);
  }

  /** What klikit says of its cap; what of it others have used is not ours. */
  #believe({ limit, remaining, resetsInMs }: RateLimit, nowMs: number): void {
    if (resetsInMs !== undefined) this.#saidWindowMs = Math.max(this.#saidWindowMs ?? 0, shortestWindow(resetsInMs - roundingMs));
    this.#windowMs = this.#saidWindowMs ?? this.#windowMs;
    const own = this.#calls.count(nowMs - this.#windowMs);
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
  // Where as many were let in as before, those of before lay in two windows of the clock, and counting shows little.
  return Math.max(1, Math.min(counted, keptTo - Math.ceil(keptTo * leastFall)), Math.ceil(keptTo / 2));
}

function justUnder(cap: number): number {
  return Math.max(1, cap - Math.floor(cap * leftToOthers));
}

function shortestWindow(spanMs: number): number {
  return windowsMs.find((windowMs) => windowMs >= spanMs) ?? 60_000;
}
