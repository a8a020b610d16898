import type { Console } from '../console.ts';
import { foundStatus } from './found-status.ts';
import { isWithin } from './period.ts';
import { type ReportBucket, readImports } from './read-reports.ts';
import type { SummaryCommand } from './report-command.ts';
import { sayNothingFound } from './say-nothing-found.ts';
import { sayUnreadable } from './say-unreadable.ts';
import { showSummaries } from './show-summaries.ts';
import { summarizeImports, summarizeMerchants } from './summarize-merchants.ts';

/** Says how the imports of each merchant went. */
export async function runSummary(command: SummaryCommand, bucket: ReportBucket, console: Console): Promise<number> {
  const { period, json } = command;
  const read = await readImports(bucket);
  const imports = read.imports.filter(({ startedAt }) => isWithin(period, startedAt));
  const [merchants, total] = [summarizeMerchants(imports), summarizeImports(imports)];
  sayUnreadable(read.unreadable, console);
  if (json) console.out(`${JSON.stringify({ merchants, total, unreadable: read.unreadable }, null, 2)}\n`);
  if (imports.length === 0) return sayNothingFound(command, bucket, console, 'No import began then.');
  if (!json) console.out(showSummaries(merchants, total));
  return foundStatus.found;
}
