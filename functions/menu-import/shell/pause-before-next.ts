import type { Slice } from '../slice.ts';

const longestBusySeconds = 60;

/**
 * How many seconds the shell pauses before the next slice. `busyInARow` counts the `busy` results behind one import up to this one.
 *
 * Whoever is at work may be done at any moment, so the shell asks again after 1, 2, 4, ... 60 seconds, or sooner where the slice says
 * that longer is not worth waiting. That way the 3,000 operations of a durable execution, two a slice, wait for more than a day: the
 * first six pauses come to 63 seconds, the other 1,493 to as many minutes.
 */
export function pauseBeforeNext(slice: Exclude<Slice<unknown>, { kind: 'done' }>, busyInARow: number): number {
  if (slice.kind === 'more') return slice.pauseSeconds;
  return Math.max(1, Math.min(slice.pauseSeconds, longestBusySeconds, 2 ** (busyInARow - 1)));
}
