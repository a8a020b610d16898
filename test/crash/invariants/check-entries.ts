import type { ReportRow } from '../../../functions/menu-import/report/report-schema.ts';
import type { EndState, ReportedImport } from './end-state.ts';

/** Statuses of rows that klikit may hold. */
const mayBeThere: ReadonlySet<ReportRow['status']> = new Set(['created', 'unchanged', 'changed', 'unknown']);

/** At most one entry for each row, exactly one where a report says so, and none that no report accounts for. */
export function checkEntries({ klikit: { entries }, promises }: EndState, reported: readonly ReportedImport[]): string[] {
  const idsByTitle = new Map<string, number[]>();
  for (const { id, title } of entries) {
    const text = title['en'] ?? '';
    idsByTitle.set(text, [...(idsByTitle.get(text) ?? []), id]);
  }
  const rows = reported.flatMap(({ report }) => report.rows);
  const accountedFor = new Set(rows.filter(({ status }) => mayBeThere.has(status)).map(({ title }) => title));

  const twice = [...idsByTitle].filter(([, ids]) => ids.length > 1 && promises.nothingTwice);
  const unaccounted = [...idsByTitle.keys()].filter((title) => !accountedFor.has(title));
  const missing = rows.filter(({ status, klikitId, title = '' }) => {
    const isThere = status === 'created' || status === 'unchanged' || klikitId !== undefined;
    return isThere && idsByTitle.get(title)?.includes(klikitId ?? 0) !== true;
  });
  return [
    ...twice.map(([title, ids]) => `"${title}" was created ${ids.length} times: ${ids.join(', ')}`),
    ...unaccounted.map((title) => `"${title}" is in klikit, and no report says that it may be`),
    ...missing.map(({ title, status, klikitId }) => `"${title}" is ${status} as ${klikitId}, which is not in klikit`),
  ];
}
