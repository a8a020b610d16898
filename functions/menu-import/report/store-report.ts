import * as z from 'zod';
import type { ImportPorts } from '../import-ports.ts';
import type { ObjectStore, PutCondition } from '../store/object-store.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { addToMonthIndex } from './month-index.ts';
import { type Report, reportSchema } from './report-schema.ts';
import { serializeReport } from './serialize-report.ts';

/** A report for programs, and the same for people. */
export const reportFormats = ['json', 'html', 'xlsx'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** Where the report of an import lies in the results bucket. */
export function reportKey(merchant: string, importId: string, format: ReportFormat = 'json'): string {
  return `reports/${merchant}/${importId}/report.${format}`;
}

/** Where a merchant's newest report is named. */
function latestKey(merchant: string): string {
  return `reports/${merchant}/latest.json`;
}

/** `latest.json`: which report is the newest, by the time its import began. */
const latestSchema = z.object({
  schemaVersion: z.literal(1),
  importId: z.string(),
  report: z.string(),
  startedAt: z.iso.datetime(),
  outcome: z.string(),
});

const mostRivals = 20;

/** The report of an import that is over already, or `undefined`. */
export async function readReport(results: ObjectStore, merchant: string, importId: string): Promise<Report | undefined> {
  const object = await results.get(reportKey(merchant, importId));
  return object === undefined ? undefined : reportSchema.parse(parseJson(object.bytes));
}

/** The report of an import that is over, and named where reports are looked for: whoever wrote it may have been gone before that. */
export async function readPublishedReport(results: ObjectStore, merchant: string, importId: string): Promise<Report | undefined> {
  const report = await readReport(results, merchant, importId);
  if (report !== undefined) await announce(results, report);
  return report;
}

/**
 * Writes the report, once: where another delivery of the same event was faster, its report stays and is returned. Workbook and page
 * are written before it, and show the report that stays. Then `latest.json` is moved on, never backwards, and the month's index.
 * `workbook`: what was imported, where it can be had.
 */
export async function storeReport(
  { results, renderings, onReport }: Pick<ImportPorts, 'results' | 'renderings' | 'onReport'>,
  report: Report,
  workbook?: Workbook,
): Promise<Report> {
  const { merchant, id } = report.import;
  const writeForPeople = async (shown: Report, condition?: PutCondition) => {
    const put = (format: ReportFormat, body: string | Uint8Array) => results.put(reportKey(merchant, id, format), body, condition);
    const sheets = await put('xlsx', await renderings.xlsx(shown, workbook));
    const page = await put('html', await renderings.html(shown));
    return [sheets, page].includes('conflict') ? 'conflict' : 'written';
  };
  const files = await writeForPeople(report, { absent: true });
  const body = serializeReport(report);
  for (let rival = 0; rival < mostRivals; rival += 1) {
    const written = await results.put(reportKey(merchant, id), body, { absent: true });
    if (written === 'written') onReport?.(report);
    // A rival that is still writing answers as a conflict as well; then there is nothing to read yet.
    const visible = written === 'written' ? report : await readReport(results, merchant, id);
    if (visible === undefined) continue;
    if (files === 'conflict' || written === 'conflict') await writeForPeople(visible);
    await announce(results, visible);
    return visible;
  }
  throw new Error(`${reportKey(merchant, id)} kept changing while it was written`);
}

/** Names a report where others look for it. */
async function announce(results: ObjectStore, report: Report): Promise<void> {
  await moveLatest(results, report);
  await addToMonthIndex(results, report);
}

async function moveLatest(results: ObjectStore, report: Report): Promise<void> {
  const { merchant, id, startedAt, outcome } = report.import;
  const key = latestKey(merchant);
  const body = JSON.stringify({ schemaVersion: 1, importId: id, report: reportKey(merchant, id), startedAt, outcome });
  // Another import may move it between the reading and the writing; then look again.
  for (let rival = 0; rival < mostRivals; rival += 1) {
    const current = await results.get(key);
    const newest = current === undefined ? undefined : latestSchema.parse(parseJson(current.bytes));
    if (newest !== undefined && newest.startedAt >= startedAt) return;
    const condition = current === undefined ? { absent: true as const } : { matches: current.etag };
    if ((await results.put(key, body, condition)) === 'written') return;
  }
  throw new Error(`${key} kept changing while it was written`);
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
