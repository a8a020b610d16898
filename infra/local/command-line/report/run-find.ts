import type { Console } from '../console.ts';
import { findRows } from './find-rows.ts';
import { foundStatus } from './found-status.ts';
import { isWithin } from './period.ts';
import { type ReportBucket, readImports } from './read-reports.ts';
import type { FindCommand } from './report-command.ts';
import { sayNothingFound } from './say-nothing-found.ts';
import { sayUnreadable } from './say-unreadable.ts';
import { showFound } from './show-found.ts';

/** Finds rows by what klikit or the merchant calls them, those of the newest imports first. */
export async function runFind(command: FindCommand, bucket: ReportBucket, console: Console): Promise<number> {
  const { merchant, period, text, json } = command;
  const read = await readImports(bucket, merchant);
  const imports = read.imports.filter(({ startedAt, summary }) => isWithin(period, startedAt) && summary.rows > 0);
  const found = await findRows(bucket, imports, text);
  const unreadable = [...new Set([...read.unreadable, ...found.unreadable])];
  sayUnreadable(unreadable, console);
  if (json) console.out(`${JSON.stringify({ rows: found.rows.map(asDocument), unreadable }, null, 2)}\n`);
  if (found.rows.length === 0) {
    return sayNothingFound(command, bucket, console, `No row has "${text}" as its request id, SKU, klikit id or key.`);
  }
  if (!json) console.out(showFound(found.rows));
  return foundStatus.found;
}

function asDocument({ import: { merchant, id, startedAt, file }, matchedBy, row }: Awaited<ReturnType<typeof findRows>>['rows'][number]) {
  return { merchant, importId: id, startedAt, file, matchedBy, row };
}
