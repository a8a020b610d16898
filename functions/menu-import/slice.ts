/**
 * What one slice of work came to. A slice ends by itself, before the function's time is up; what is left to do lies in the
 * ledger, so the next slice may run anywhere.
 */
export type Slice<T> =
  /** There is more to do, once the pause is over. */
  | { kind: 'more'; pauseSeconds: number }
  /** Somebody else is at work on this merchant; `pauseSeconds` is the longest that is worth waiting. `behind`: the id of the import that has the turn. */
  | { kind: 'busy'; pauseSeconds: number; behind?: string }
  | { kind: 'done'; result: T };

/** Runs one slice, which starts nothing new from `endsAt` on. */
export type RunSlice<T> = (endsAt: Date) => Promise<Slice<T>>;
