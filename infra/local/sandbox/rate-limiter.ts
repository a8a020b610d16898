import type { RateCap } from './sandbox-options.ts';

const windowMs = 1_000;

/** Counts the calls of one credential. A refused call does not count. */
export class RateLimiter {
  readonly #cap: RateCap;
  #admitted: number[] = [];

  constructor(cap: RateCap) {
    this.#cap = cap;
  }

  /** Whether a call at `nowMs` is within the cap, and what its answer's headers say about it. */
  admit(nowMs: number): { isAdmitted: boolean; headers: Record<string, string> } {
    const isFixed = this.#cap.window === 'fixed';
    const windowStartMs = isFixed ? Math.floor(nowMs / windowMs) * windowMs : nowMs - windowMs + 1;
    this.#admitted = this.#admitted.filter((atMs) => atMs >= windowStartMs);
    const isAdmitted = this.#admitted.length < this.#cap.perSecond;
    if (isAdmitted) this.#admitted.push(nowMs);
    // The next free place is that of the oldest call; all of them are free when a fixed window ends.
    const freeAtMs = (isFixed ? windowStartMs : (this.#admitted[0] ?? nowMs)) + windowMs;
    return { isAdmitted, headers: { ...this.#limitHeaders(freeAtMs), ...(isAdmitted ? {} : this.#retryAfter(freeAtMs, nowMs)) } };
  }

  /** Named in a draft only. The unit of the reset is not published; here it is the second of the epoch. */
  #limitHeaders(freeAtMs: number): Record<string, string> {
    if (!this.#cap.headers) return {};
    return {
      'x-ratelimit-limit': String(this.#cap.perSecond),
      'x-ratelimit-remaining': String(Math.max(0, this.#cap.perSecond - this.#admitted.length)),
      'x-ratelimit-reset': String(Math.ceil(freeAtMs / 1_000)),
    };
  }

  /** Both forms know whole seconds only, so they are rounded up: who waits that long is let in. */
  #retryAfter(freeAtMs: number, nowMs: number): Record<string, string> {
    const { retryAfter } = this.#cap;
    if (retryAfter === 'none') return {};
    const freeAtSecond = new Date(Math.ceil(freeAtMs / 1_000) * 1_000);
    return { 'retry-after': retryAfter === 'date' ? freeAtSecond.toUTCString() : String(Math.ceil((freeAtMs - nowMs) / 1_000)) };
  }
}
