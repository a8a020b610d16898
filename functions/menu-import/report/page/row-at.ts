import { placeInFragment } from '../place-fragment.ts';
import type { ReportRow } from '../report-schema.ts';

interface FoundPlace {
  row: ReportRow;
  cell?: string;
}

/**
 * The row that a fragment of the address leads to. A cell in a row that is none of the menu's, such as the header, leads to the first row
 * that has an issue there.
 */
export function rowAt(fragment: string, rows: readonly ReportRow[]): FoundPlace | undefined {
  const place = placeInFragment(fragment);
  if (place === undefined) return undefined;
  const { sheet, cell } = place;
  const row =
    rows.find((one) => one.sheet === sheet && one.row === place.row) ??
    rows.find(({ issues }) => issues.some((issue) => issue.sheet === sheet && cell !== undefined && issue.cell === cell));
  return row && { row, ...(cell === undefined ? {} : { cell }) };
}
