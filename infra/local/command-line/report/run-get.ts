import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Console } from '../console.ts';
import { CannotRun } from '../exit-status.ts';
import { foundStatus } from './found-status.ts';
import { type LocatedImport, locateImport } from './locate-import.ts';
import type { ReportBucket } from './read-reports.ts';
import { renderStored } from './render-stored.ts';
import type { GetCommand, ReportFormat } from './report-command.ts';
import { sayNothingFound } from './say-nothing-found.ts';

const storedFormats: readonly ReportFormat[] = ['json', 'html', 'xlsx'];
const textFormats: ReadonlySet<ReportFormat> = new Set(['json', 'csv']);

/** Fetches the report of one import, to stdout or into files. */
export async function runGet(command: GetCommand, bucket: ReportBucket, console: Console): Promise<number> {
  const { importId, merchant, format, out } = command;
  const located = await locateImport(bucket, importId, merchant);
  if (located === undefined) {
    const sentence = importId === 'latest' ? 'No import of this merchant has a report yet.' : `No import begins with "${importId}".`;
    return sayNothingFound(command, bucket, console, sentence);
  }
  if (out === undefined && textFormats.has(format ?? 'json')) return printReport(located, format ?? 'json', bucket, console);
  const files = await writeReport(located, command, bucket);
  if (files.length === 0) {
    const sentence = `The import ${located.id} has no report.${format ?? 'json'}.`;
    return sayNothingFound(command, bucket, console, sentence);
  }
  if (command.json) console.out(`${JSON.stringify({ merchant: located.merchant, importId: located.id, files }, null, 2)}\n`);
  else console.out(`Import ${located.id} of ${located.merchant}: wrote ${files.join(', ')}.\n`);
  return foundStatus.found;
}

async function printReport(located: LocatedImport, format: ReportFormat, bucket: ReportBucket, console: Console): Promise<number> {
  const rendering = await renderStored(bucket, located, format);
  // It was there a moment ago.
  if (rendering === undefined) throw new CannotRun(`The report of ${located.id} is gone.`);
  console.out(typeof rendering === 'string' ? rendering : new TextDecoder().decode(rendering));
  return foundStatus.found;
}

/** Answers the files that were written: what was not stored cannot be. */
async function writeReport(located: LocatedImport, { format, out }: GetCommand, bucket: ReportBucket): Promise<string[]> {
  const files: string[] = [];
  for (const each of format === undefined ? storedFormats : [format]) {
    const rendering = await renderStored(bucket, located, each);
    if (rendering === undefined) continue;
    const file = out === undefined ? `${located.merchant}-${located.id}.${each}` : join(out, `report.${each}`);
    // A spreadsheet takes a CSV for UTF-8 only if it says so.
    await writeNamedFile(file, each === 'csv' ? `\uFEFF${String(rendering)}` : rendering);
    files.push(file);
  }
  return files;
}

async function writeNamedFile(file: string, content: string | Uint8Array): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
  } catch (error) {
    throw new CannotRun(`${file} cannot be written.`, { cause: error });
  }
}
