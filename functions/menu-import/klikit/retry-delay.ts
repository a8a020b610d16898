const firstMs = 500;
const longestMs = 30_000;
/** No server means an hour; a value beyond is a mistake, and the import's own limit on pauses decides. */
const longestRetryAfterMs = 3_600_000;

/** How often one write is tried where an answer leaves doubt. Contract: Every answer. */
export const mostAttempts = 5;

/** Exponential backoff with full jitter: somewhere between nothing and 500 ms, 1 s, 2 s, ... 30 s. `attempt` counts from 1. */
export function backoffMs(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(longestMs, firstMs * 2 ** (attempt - 1)));
}

/** The pause that `Retry-After` asks for, in seconds or as an HTTP date; `undefined` where it says nothing usable. */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Math.min(longestRetryAfterMs, Math.ceil(Number(text) * 1_000));
  // An HTTP date begins with the name of a day; Date.parse alone would take almost anything.
  const time = /^[A-Z][a-z]{2,8},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(time) ? undefined : Math.min(longestRetryAfterMs, Math.max(0, time - now.getTime()));
}
