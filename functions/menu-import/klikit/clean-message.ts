import type { Credentials } from './credentials.ts';

const longest = 300;

/** A sentence of klikit as it may stand in a report: one line, of bounded length, without control characters or credentials. */
export function cleanMessage(message: string, credentials: Credentials): string {
  const clean = credentials
    .redact(message)
    .replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toWellFormed();
  // An emoji is not cut in two: half of one is no text.
  return clean.length <= longest ? clean : `${clean.slice(0, longest - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
