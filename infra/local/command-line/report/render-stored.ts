import { reportKey } from '../../../../functions/menu-import/report/store-report.ts';
import { CannotRun } from '../exit-status.ts';
import type { LocatedImport } from './locate-import.ts';
import { parseReport, type ReportBucket } from './read-reports.ts';
import type { ReportFormat } from './report-command.ts';
import { reportCsv } from './report-csv.ts';

/** A report in one of its formats, as it lies in the bucket; the CSV is made here. `undefined` where it was not stored. Throws `CannotRun`. */
export async function renderStored(
  { results }: ReportBucket,
  { merchant, id }: LocatedImport,
  format: ReportFormat,
): Promise<string | Uint8Array | undefined> {
  const key = reportKey(merchant, id);
  const stored = format === 'csv' ? 'json' : format;
  const object = await results.get(key.replace(/json$/, stored));
  if (format !== 'csv' || object === undefined) return object?.bytes;
  const report = parseReport(object.bytes);
  if (report === undefined) throw new CannotRun(`${key} is damaged: no CSV can be made of it.`);
  return reportCsv(report);
}
