import type { ReportRow, ReportSummary } from './report-schema.ts';
import { linkStatuses, rowStatuses } from './statuses.ts';

/** Counts rows and links by status. */
export function summarizeRows(rows: readonly ReportRow[], blankRows: number, calls: { calls: number; retries: number }): ReportSummary {
  const summary: ReportSummary = {
    rows: rows.length,
    blankRows,
    created: 0,
    unchanged: 0,
    changed: 0,
    failed: 0,
    skipped: 0,
    not_attempted: 0,
    unknown: 0,
    links: { linked: 0, already_linked: 0, failed: 0, not_attempted: 0, unknown: 0 },
    calls: calls.calls,
    retries: calls.retries,
  };
  for (const row of rows) {
    summary[row.status] += 1;
    if (row.link !== undefined) summary.links[row.link.status] += 1;
  }
  return summary;
}

/** Everything that was wanted is in klikit: every row created, unchanged or skipped, every link in place. */
export function nothingLeftToDo(summary: ReportSummary): boolean {
  const rowsInDoubt = rowStatuses.filter((status) => !['created', 'unchanged', 'skipped'].includes(status));
  const linksInDoubt = linkStatuses.filter((status) => !['linked', 'already_linked'].includes(status));
  return rowsInDoubt.every((status) => summary[status] === 0) && linksInDoubt.every((status) => summary.links[status] === 0);
}
