import type { RateCap } from './sandbox-options.ts';

/** Counts the calls of one credential in windows of a second. */
export class RateLimiter {
  readonly #cap: RateCap;
  #admitted: number[] = [];

  constructor(cap: RateCap) {
    this.#cap = cap;
  }

  /** Whether a call at `now` (milliseconds) is within the cap, and what its answer says about it. */
  admit(now: number): { admitted: boolean; headers: Record<string, string> } {
    const start = this.#cap.window === 'fixed' ? Math.floor(now / 1_000) * 1_000 : now - 999;
    this.#admitted = this.#admitted.filter((at) => at >= start);
    const admitted = this.#admitted.length < this.#cap.perSecond;
    const [oldest = now] = this.#admitted;
    const freeAt = this.#cap.window === 'fixed' ? start + 1_000 : oldest + 1_000;
    if (admitted) this.#admitted.push(now);
    return { admitted, headers: { ...this.#limitHeaders(freeAt), ...(admitted ? {} : this.#retryHeaders(freeAt - now)) } };
  }

  #limitHeaders(freeAt: number): Record<string, string> {
    if (!this.#cap.headers) return {};
    return {
      'X-RateLimit-Limit': String(this.#cap.perSecond),
      'X-RateLimit-Remaining': String(Math.max(0, this.#cap.perSecond - this.#admitted.length)),
      'X-RateLimit-Reset': String(Math.ceil(freeAt / 1_000)),
    };
  }

  #retryHeaders(waitMs: number): Record<string, string> {
    if (this.#cap.retryAfter === 'none') return {};
    const seconds = Math.max(1, Math.ceil(waitMs / 1_000));
    return { 'Retry-After': this.#cap.retryAfter === 'seconds' ? String(seconds) : new Date(Date.now() + seconds * 1_000).toUTCString() };
  }
}
