import { parseArgs } from 'node:util';
import { merchantPattern } from '../../../../functions/menu-import/parse-event.ts';
import { CannotRun } from '../exit-status.ts';
import { type Period, parseMoment } from './period.ts';
import { type ReportCommand, type ReportFormat, type ReportPlace, reportFormats } from './report-command.ts';

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const common = { bucket: text, state: text, api: text, json: flag } as const;
const period = { since: text, until: text } as const;

/** Which options each takes; any other is a mistake that is named. */
const optionsOf = {
  list: { ...common, ...period, merchant: text },
  get: { ...common, merchant: text, format: text, out: text },
  find: { ...common, ...period, merchant: text },
  summary: { ...common, ...period },
} as const;

type Action = keyof typeof optionsOf;

interface Values {
  bucket?: string;
  state?: string;
  api?: string;
  json?: boolean;
  merchant?: string;
  since?: string;
  until?: string;
  format?: string;
  out?: string;
}

/** Reads what follows `report`. Throws `CannotRun` with what is wrong and how to do it right. */
export function parseReportCommand(words: readonly string[], now = new Date()): ReportCommand {
  const [action, ...rest] = words;
  if (action === undefined || ['help', '--help', '-h'].includes(action)) return { action: 'help' };
  if (!isAction(action)) throw wrongUsage(`There is no command "report ${action}".`);
  const { values, positionals } = parseWords(action, rest);
  const [subject, ...more] = positionals;
  const shared = { place: placeOf(values), json: values.json ?? false };
  const merchant = merchantOf(values);

  if (action === 'list' || action === 'summary') {
    if (subject !== undefined) throw wrongUsage(`report ${action} takes options only, but got "${subject}".`);
    return { ...shared, action, ...merchant, period: periodOf(values, now) };
  }
  if (subject === undefined || subject.trim() === '') {
    throw wrongUsage(action === 'get' ? 'report get needs the id of an import.' : 'report find needs something to find.');
  }
  if (more.length > 0) throw wrongUsage(`report ${action} takes one, but got ${positionals.length}. Put what has spaces in quotes.`);
  if (action === 'find') return { ...shared, action, text: subject.trim(), ...merchant, period: periodOf(values, now) };
  const { out } = values;
  const format = formatOf(values);
  if (shared.json && format === 'csv' && out === undefined) throw wrongUsage('--json and --format csv cannot share stdout: add --out.');
  const importId = importIdOf(subject, values);
  return { ...shared, action, importId, ...merchant, ...(format === undefined ? {} : { format }), ...(out === undefined ? {} : { out }) };
}

function isAction(name: string): name is Action {
  return Object.hasOwn(optionsOf, name);
}

function parseWords(action: Action, words: string[]): { values: Values; positionals: string[] } {
  try {
    return parseArgs({ args: words, options: optionsOf[action], allowPositionals: true }) as { values: Values; positionals: string[] };
  } catch (error) {
    throw wrongUsage(error instanceof Error ? `${error.message}.` : '', error);
  }
}

function placeOf({ bucket, state, api }: Values): ReportPlace {
  if (bucket !== undefined && (state !== undefined || api !== undefined)) {
    throw wrongUsage('--bucket is about AWS, --state and --api are about this machine: name one of them.');
  }
  if (bucket !== undefined && !isBucketName(bucket)) throw wrongUsage(notABucket(bucket));
  if (api !== undefined && URL.parse(api) === null) throw wrongUsage(`--api ${api} is no address. Write it in full, as for the import.`);
  return { ...(bucket === undefined ? {} : { bucket }), ...(state === undefined ? {} : { state }), ...(api === undefined ? {} : { api }) };
}

export function isBucketName(name: string): boolean {
  return /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name);
}

export function notABucket(name: string): string {
  return `"${name}" cannot be the name of a bucket: give its name alone, without s3:// and without a folder.`;
}

function merchantOf({ merchant }: Values): { merchant?: string } {
  if (merchant === undefined) return {};
  if (!merchantPattern.test(merchant)) {
    throw wrongUsage(`"${merchant}" cannot be the name of a merchant: those have small letters, digits and hyphens, at most 63 of them.`);
  }
  return { merchant };
}

function periodOf(values: Values, now: Date): Period {
  const { since, until } = { since: momentOf('since', values, now), until: momentOf('until', values, now) };
  if (since !== undefined && until !== undefined && since >= until) throw wrongUsage('--since must be before --until.');
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function momentOf(edge: keyof Period, values: Values, now: Date): Date | undefined {
  const written = values[edge];
  if (written === undefined) return undefined;
  const moment = parseMoment(written, edge, now);
  if (moment === undefined) throw wrongUsage(`--${edge} ${written} is no time: write a day such as 2026-11-01, or 7d for seven days ago.`);
  return moment;
}

function formatOf({ format }: Values): ReportFormat | undefined {
  if (format === undefined) return undefined;
  const known = reportFormats.find((name) => name === format);
  if (known === undefined) throw wrongUsage(`There is no format "${format}": choose json, xlsx, html or csv.`);
  return known;
}

/** Ids are small letters and digits, as they are printed. */
function importIdOf(written: string, { merchant }: Values): string {
  const importId = written.trim().toLowerCase();
  if (importId === 'latest') {
    if (merchant === undefined) throw wrongUsage('report get latest needs --merchant.');
    return importId;
  }
  if (!/^[\w-]+$/.test(importId)) throw wrongUsage(`"${written}" cannot be the id of an import: report list shows them.`);
  if (importId.length < 6) throw wrongUsage(`"${written}" is too short: give at least 6 characters of the id.`);
  return importId;
}

function wrongUsage(message: string, cause?: unknown): CannotRun {
  return new CannotRun(`${message} "report help" says how.`, { cause });
}
