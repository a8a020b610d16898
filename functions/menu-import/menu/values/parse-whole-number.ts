import type { Finding, Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { valuelessFinding } from './valueless-finding.ts';

const written = /^(\d{1,9})(?:[.,]0+)?\s*(?:m|min|mins|minute|minutes|menit|分|phút|นาที)?\.?$/iu;

/** A whole number of at least `min`; minutes may carry their unit. `code` is what is said of anything else. */
export function parseWholeNumber(cell: Cell, { min, code }: { min: number; code: Finding['code'] }): Parsed<number> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const value = cell.type === 'number' ? cell.value : cell.type === 'text' ? fromText(cell.value) : Number.NaN;
  return Number.isSafeInteger(value) && value >= min ? { ok: true, value } : { ok: false, finding: { code } };
}

function fromText(text: string): number {
  return Number(written.exec(text.normalize('NFKC').trim())?.[1] ?? Number.NaN);
}
