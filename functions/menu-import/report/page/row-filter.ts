import type { Language } from '../../words/language.ts';
import type { ReportRow } from '../report-schema.ts';

/** What somebody looks for. Absent: anything. */
export interface RowFilter {
  /** Words that all occur in a row, whatever their case. */
  words?: string;
  status?: ReportRow['status'];
  sheet?: string;
  /** The code of an issue. */
  code?: string;
}

export interface SearchableRow {
  row: ReportRow;
  /** All that can be found, in small letters. */
  text: string;
}

export function makeSearchable(row: ReportRow): SearchableRow {
  const { title, key, klikitId, requestIds, link, issues } = row;
  const words = [
    title,
    key,
    klikitId,
    `${row.sheet}!${row.row}`,
    link?.groupTitle,
    link?.groupId,
    ...requestIds,
    ...(link?.requestIds ?? []),
    ...issues.flatMap(({ cell, value, message }) => [cell, value, message]),
  ];
  return {
    row,
    text: words
      .filter((word) => word !== undefined)
      .join('\n')
      .toLowerCase(),
  };
}

export function filterRows(rows: readonly SearchableRow[], { words = '', status, sheet, code }: RowFilter): ReportRow[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.flatMap(({ row, text }) => {
    const fits =
      (status === undefined || row.status === status) &&
      (sheet === undefined || row.sheet === sheet) &&
      (code === undefined || row.issues.some((issue) => issue.code === code)) &&
      wanted.every((word) => text.includes(word));
    return fits ? [row] : [];
  });
}

export const sortKeys = ['place', 'status', 'title', 'klikitId'] as const;
export type SortKey = (typeof sortKeys)[number];

/** `place` is the order of the file, in which the rows come. Titles are sorted as the language does. */
export function sortRows(rows: readonly ReportRow[], by: SortKey, isDescending: boolean, language: Language): ReportRow[] {
  const alphabet = new Intl.Collator(language, { numeric: true });
  const orders = {
    status: (one: ReportRow, other: ReportRow) => alphabet.compare(one.status, other.status),
    title: (one: ReportRow, other: ReportRow) => alphabet.compare(one.title ?? '', other.title ?? ''),
    klikitId: (one: ReportRow, other: ReportRow) => (one.klikitId ?? 0) - (other.klikitId ?? 0),
  } as const;
  const sorted = by === 'place' ? rows : rows.toSorted(orders[by]);
  return isDescending ? sorted.toReversed() : [...sorted];
}
