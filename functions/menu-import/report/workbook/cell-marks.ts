import type { Issue } from '../../issues/issue.ts';
import type { Report } from '../report-schema.ts';

/** What is said about the cells of a sheet, by their addresses. */
export type CellMarks = ReadonlyMap<string, readonly Issue[]>;

/** Everything that a report says about single cells, by sheet. */
export function cellMarks({ issues, rows }: Pick<Report, 'issues' | 'rows'>): ReadonlyMap<string, CellMarks> {
  const all = [...issues, ...rows.flatMap((row) => row.issues)].filter(({ sheet, cell }) => sheet !== undefined && cell !== undefined);
  const bySheet = Map.groupBy(all, ({ sheet = '' }) => sheet);
  return new Map([...bySheet].map(([sheet, ofSheet]) => [sheet, Map.groupBy(ofSheet, ({ cell = '' }) => cell)]));
}

/** The worse of what is said about one cell. */
export function worstSeverity(issues: readonly Issue[]): Issue['severity'] {
  return issues.some(({ severity }) => severity === 'error') ? 'error' : 'warning';
}
