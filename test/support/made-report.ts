import { buildReport } from '../../functions/menu-import/report/build-report.ts';
import type { Report, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { serializeReport } from '../../functions/menu-import/report/serialize-report.ts';
import { reportKey } from '../../functions/menu-import/report/store-report.ts';
import type { ObjectStore } from '../../functions/menu-import/store/object-store.ts';

interface MadeReport {
  id: string;
  /** @default 'demo' */
  merchant?: string;
  startedAt: string;
  /** What differs from a row that was created. The first stands in row 2. */
  rows?: Partial<ReportRow>[];
  /** @default 'menu.xlsx' */
  file?: string;
  stoppedBecause?: string;
}

/** The report of an import that never was. */
export function madeReport({ id, merchant = 'demo', startedAt, rows = [{}], file = 'menu.xlsx', stoppedBecause }: MadeReport): Report {
  const source = { bucket: 'uploads', key: `uploads/${merchant}/${file}`, sha256: '', bytes: 0 };
  return buildReport(
    { id, merchant, trigger: 'upload', source, startedAt, finishedAt: startedAt },
    {
      rows: rows.map((row, index) => ({
        sheet: 'Menu',
        row: index + 2,
        status: 'created',
        kind: 'item',
        requestIds: [],
        issues: [],
        ...row,
      })),
      blankRows: 0,
      issues: [],
      calls: { calls: 0, retries: 0 },
      ...(stoppedBecause === undefined ? {} : { stoppedBecause }),
    },
  );
}

/** Puts it where the function would, and into no index. */
export async function putReport(results: ObjectStore, made: MadeReport): Promise<Report> {
  const report = madeReport(made);
  await results.put(reportKey(report.import.merchant, report.import.id), serializeReport(report));
  return report;
}
