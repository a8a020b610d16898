import type { Verdict } from '../../support/simulate-pacing.ts';

interface WindowLimiterOptions {
  /** Calls in one window, which may change with time. */
  cap: (nowMs: number) => number;
  windowMs: number;
  /** Windows of the clock, or the time that ends now. */
  window: 'fixed' | 'sliding';
  /** @default true */
  saysRetryAfter?: boolean;
}

/** A cap in windows of any length, as no sandbox has it. Refused calls do not count. */
export function windowLimiter({ cap, windowMs, window, saysRetryAfter = true }: WindowLimiterOptions): (nowMs: number) => Verdict {
  let admitted: number[] = [];
  return (nowMs) => {
    const startMs = window === 'fixed' ? Math.floor(nowMs / windowMs) * windowMs : nowMs - windowMs + 1;
    admitted = admitted.filter((atMs) => atMs >= startMs);
    if (admitted.length < cap(nowMs)) {
      admitted.push(nowMs);
      return { admitted: true, headers: {} };
    }
    const freeAtMs = (window === 'fixed' ? startMs : (admitted[0] ?? nowMs)) + windowMs;
    const headers = saysRetryAfter ? { 'retry-after': String(Math.ceil((freeAtMs - nowMs) / 1_000)) } : {};
    return { admitted: false, headers };
  };
}
