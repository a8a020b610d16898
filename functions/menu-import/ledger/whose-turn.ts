import type { ImportState, LedgerState } from './ledger-state.ts';

/** How long a writer that says nothing more may still have requests in flight, beyond its last word. */
export interface TakeOverMargin {
  requestTimeoutMs: number;
  clockMarginMs: number;
}

/** The import whose turn it is, and from when on it may be claimed, in milliseconds. */
export interface NextTurn {
  run: ImportState;
  fromMs: number;
}

/** One import per merchant at a time, in the order of arrival; `undefined` where none waits. Clocks only decide when to try: the log decides who. */
export function whoseTurn({ imports }: LedgerState, { requestTimeoutMs, clockMarginMs }: TakeOverMargin): NextTurn | undefined {
  const run = [...imports.values()].find(({ closed }) => closed === undefined);
  if (run === undefined) return undefined;
  const { turn } = run;
  if (turn === undefined) return { run, fromMs: 0 };
  return { run, fromMs: turn.resumeAtMs ?? turn.sendUntilMs + requestTimeoutMs + clockMarginMs };
}
