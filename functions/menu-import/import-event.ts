import { importMenu } from './import-menu.ts';
import type { ImportPorts } from './import-ports.ts';
import type { ImportRequest } from './import-request.ts';
import { errorFields, type Logger } from './logger.ts';
import { type IgnoredBecause, parseEvent } from './parse-event.ts';
import type { ImportHeader, Report, ReportSummary } from './report/report-schema.ts';
import type { Slice } from './slice.ts';
import { uploadsToReimport } from './uploads-to-reimport.ts';

/** What came of an event: counts and ids, never a cell. */
export interface EventResult {
  imports: { merchant: string; importId: string; outcome: ImportHeader['outcome']; reason?: string; summary: ReportSummary }[];
  ignored: IgnoredBecause[];
}

export interface EventSurroundings {
  uploadsBucket: string;
  ports: ImportPorts;
  log: Logger;
}

/**
 * Does the next slice of what an event asks for, one import after the other. What was done before lies in the ledger and the
 * reports, so any process may go on. An import whose surroundings fail does not keep the others from their turn.
 */
export async function importEvent(event: unknown, surroundings: EventSurroundings, endsAt: Date): Promise<Slice<EventResult>> {
  const { ports, log } = surroundings;
  const { requests, ignored } = await readRequests(event, surroundings);
  const slices: Slice<Report>[] = [];
  const faults: unknown[] = [];
  for (const request of requests) {
    try {
      slices.push(await importMenu(request, ports, endsAt));
    } catch (error) {
      log.error('import failed', { merchant: request.merchant, ...errorFields(error) });
      faults.push(error);
    }
  }
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} imports failed`);

  const unfinished = slices.filter((slice) => slice.kind !== 'done');
  if (unfinished.length > 0) {
    const pauseSeconds = Math.min(...unfinished.map((slice) => slice.pauseSeconds));
    const [first] = unfinished;
    if (first?.kind !== 'busy' || unfinished.some(({ kind }) => kind === 'more')) return { kind: 'more', pauseSeconds };
    return { ...first, pauseSeconds };
  }
  for (const because of ignored) log.warn('record ignored', { because });
  const reports = slices.flatMap((slice) => (slice.kind === 'done' ? [slice.result] : []));
  return { kind: 'done', result: { imports: reports.map((report) => finished(report, log)), ignored } };
}

async function readRequests(
  event: unknown,
  { uploadsBucket, ports }: EventSurroundings,
): Promise<{ requests: ImportRequest[]; ignored: IgnoredBecause[] }> {
  const { requests, ignored, reimport } = parseEvent(event, uploadsBucket);
  if (reimport === undefined) return { requests, ignored };
  return { requests: await uploadsToReimport(reimport, { uploadsBucket, ...ports }), ignored };
}

function finished({ import: header, summary }: Report, log: Logger): EventResult['imports'][number] {
  const { merchant, id: importId, outcome, reason } = header;
  log.info('import finished', { merchant, importId, outcome, reason, ...flat(summary) });
  return { merchant, importId, outcome, summary, ...(reason === undefined ? {} : { reason }) };
}

function flat({ links, ...rows }: ReportSummary): Record<string, number> {
  return { ...rows, ...Object.fromEntries(Object.entries(links).map(([status, count]) => [`links_${status}`, count])) };
}
