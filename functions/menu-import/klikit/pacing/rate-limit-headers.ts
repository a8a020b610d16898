/** What an answer says of klikit's cap, as it came. Contract: Rate limits; an older draft names them. */
export interface RateLimitHeaders {
  limit?: string;
  remaining?: string;
  reset?: string;
}

export interface RateLimit {
  /** Calls in one window. */
  limit: number;
  /** How many of them are left. */
  remaining: number;
  /** Until the window ends, where that is said. */
  resetsInMs?: number;
}

/** Seconds from now are fewer, seconds of the epoch are more, and milliseconds of the epoch still more. */
const firstEpochSecond = 1_000_000_000;
const firstEpochMs = 1_000_000_000_000;

/** Reads `X-RateLimit-*`; `undefined` where they are not there, or make no sense. The unit of the reset is not published. */
export function readRateLimit(headers: RateLimitHeaders, nowMs: number): RateLimit | undefined {
  const [limit, remaining, reset] = [headers.limit, headers.remaining, headers.reset].map(wholeNumber);
  if (limit === undefined || limit < 1 || remaining === undefined || remaining > limit) return undefined;
  const resetsInMs = reset === undefined ? Number.NaN : millisecondsUntil(reset, nowMs);
  return { limit, remaining, ...(resetsInMs >= 0 ? { resetsInMs } : {}) };
}

function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d{1,15}\s*$/.test(text) ? Number(text) : undefined;
}

function millisecondsUntil(reset: number, nowMs: number): number {
  if (reset < firstEpochSecond) return reset * 1_000;
  return (reset < firstEpochMs ? reset * 1_000 : reset) - nowMs;
}
