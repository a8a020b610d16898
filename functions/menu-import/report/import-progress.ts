import type { ImportState } from '../ledger/ledger-state.ts';
import type { Report, ReportRow } from './report-schema.ts';

/** So many points show a course as well as more would. */
const mostPoints = 100;

/**
 * How an import went over time: at its start the rows that needed no call, then what was answered whenever the log was written, in the
 * end all that was decided. Nothing where no row was sent.
 */
export function importProgress({ writes, startedAt, closed }: ImportState, rows: readonly ReportRow[]): Report['progress'] {
  const times = [...writes.values()].flatMap(({ intent, answeredAtMs }) =>
    intent.fact === 'create_intended' && answeredAtMs !== undefined ? [answeredAtMs] : [],
  );
  if (times.length === 0 || startedAt === undefined || closed === undefined) return undefined;
  const decided = rows.filter(({ status }) => status !== 'not_attempted').length;
  const atOnce = Math.max(0, decided - times.length);
  const answered = times.toSorted((a, b) => a - b);
  const points = answered.flatMap((at, position) =>
    answered[position + 1] === at ? [] : [{ at: new Date(at).toISOString(), done: atOnce + position + 1 }],
  );
  const shown = evenly(points, mostPoints - 2);
  return [{ at: startedAt, done: atOnce }, ...shown, { at: closed.finishedAt, done: decided }];
}

/** At most so many of the points, the last one among them. */
function evenly<T>(points: readonly T[], most: number): T[] {
  const step = Math.max(1, points.length / most);
  return Array.from({ length: Math.min(points.length, most) }, (_, n) => points[Math.ceil((n + 1) * step) - 1]).flatMap((point) =>
    point === undefined ? [] : [point],
  );
}
