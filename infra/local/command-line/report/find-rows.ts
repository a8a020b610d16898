import type { ReportRow } from '../../../../functions/menu-import/report/report-schema.ts';
import { reportKey } from '../../../../functions/menu-import/report/store-report.ts';
import { type MatchedBy, matchRow, mayHold } from './match-row.ts';
import { type KnownImport, parseReport, type ReportBucket } from './read-reports.ts';

export interface FoundRow {
  import: KnownImport;
  row: ReportRow;
  matchedBy: MatchedBy[];
}

export interface Found {
  /** In the order of the imports, and of the rows in their files. */
  rows: FoundRow[];
  /** Keys of reports that are gone, or cannot be understood. */
  unreadable: string[];
}

/** The rows of these imports that a request id, SKU, klikit id or key belongs to. */
export async function findRows({ results }: ReportBucket, imports: readonly KnownImport[], text: string): Promise<Found> {
  const searched = await Promise.all(
    imports.map(async (known): Promise<Found> => {
      const key = reportKey(known.merchant, known.id);
      const object = await results.get(key);
      if (object === undefined) return { rows: [], unreadable: [key] };
      if (!mayHold(new TextDecoder().decode(object.bytes), text)) return { rows: [], unreadable: [] };
      const report = parseReport(object.bytes);
      if (report === undefined) return { rows: [], unreadable: [key] };
      const rows = report.rows.flatMap((row) => {
        const matchedBy = matchRow(row, text);
        return matchedBy.length === 0 ? [] : [{ import: known, row, matchedBy }];
      });
      return { rows, unreadable: [] };
    }),
  );
  return { rows: searched.flatMap(({ rows }) => rows), unreadable: searched.flatMap(({ unreadable }) => unreadable) };
}
