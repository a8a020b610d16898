import type { Console } from '../console.ts';

/** Nothing is missing in silence. */
export function sayUnreadable(unreadable: readonly string[], console: Console): void {
  for (const key of unreadable) console.err(`${key} is gone or damaged, and is not counted here.\n`);
}
