import type { Console } from '../console.ts';
import { foundStatus } from './found-status.ts';
import { isWithin } from './period.ts';
import { type ReportBucket, readImports } from './read-reports.ts';
import type { ListCommand } from './report-command.ts';
import { sayNothingFound } from './say-nothing-found.ts';
import { sayUnreadable } from './say-unreadable.ts';
import { showImports } from './show-imports.ts';

/** Lists imports, the newest first. */
export async function runList(command: ListCommand, bucket: ReportBucket, console: Console): Promise<number> {
  const { merchant, period, json } = command;
  const read = await readImports(bucket, merchant);
  const imports = read.imports.filter(({ startedAt }) => isWithin(period, startedAt));
  sayUnreadable(read.unreadable, console);
  if (json) console.out(`${JSON.stringify({ imports, unreadable: read.unreadable }, null, 2)}\n`);
  if (imports.length === 0) return sayNothingFound(command, bucket, console, 'No import began then.');
  if (!json) console.out(showImports(imports, merchant));
  return foundStatus.found;
}
