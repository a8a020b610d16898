import * as z from 'zod';
import type { ImportPorts } from '../import-ports.ts';
import type { ObjectStore } from '../store/object-store.ts';
import { renderPage } from './render-page.ts';
import { type Report, reportSchema } from './report-schema.ts';
import { serializeReport } from './serialize-report.ts';

/** Where the report of an import lies in the results bucket. */
export function reportKey(merchant: string, importId: string): string {
  return `reports/${merchant}/${importId}/report.json`;
}

/** Where the same report lies as a page, beside it. */
function pageKey(merchant: string, importId: string): string {
  return `reports/${merchant}/${importId}/report.html`;
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

/** The report of an import that is over, with `latest.json` moved on: whoever wrote the one may have been gone before the other. */
export async function readPublishedReport(results: ObjectStore, merchant: string, importId: string): Promise<Report | undefined> {
  const report = await readReport(results, merchant, importId);
  if (report !== undefined) await moveLatest(results, report);
  return report;
}

/**
 * Writes the report, once: where another delivery of the same event was faster, its report stays and is returned. The page is
 * written before it, and shows the report that stays. Then `latest.json` is moved on, never backwards.
 */
export async function storeReport(
  { results, readPageAssets }: Pick<ImportPorts, 'results' | 'readPageAssets'>,
  report: Report,
): Promise<Report> {
  const { merchant, id } = report.import;
  const assets = await readPageAssets();
  const page = await results.put(pageKey(merchant, id), renderPage(report, assets), { absent: true });
  const body = serializeReport(report);
  for (let rival = 0; rival < mostRivals; rival += 1) {
    const written = await results.put(reportKey(merchant, id), body, { absent: true });
    // A rival that is still writing answers as a conflict as well; then there is nothing to read yet.
    const visible = written === 'written' ? report : await readReport(results, merchant, id);
    if (visible === undefined) continue;
    if (page === 'conflict' || written === 'conflict') await results.put(pageKey(merchant, id), renderPage(visible, assets));
    await moveLatest(results, visible);
    return visible;
  }
  throw new Error(`${reportKey(merchant, id)} kept changing while it was written`);
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
