import type { Parsed } from '../../issues/finding.ts';
import type { IssueCode } from '../../issues/messages/en.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { narrowText } from './narrow-text.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** Keeps the patterns below from searching prose. */
const longest = 40;
/** `15.0` is 15; `30.000` may be thirty thousand, so it is nothing. */
const whole = /^(\d{1,15})(?:[.,]0{1,2})?$/;
const unitOfMinutes = /\s*(?:m|mins?|minutes?|mnt|menit|分|phút|นาที)\.?$/iu;

/** A whole number of at least `min`; minutes may carry their unit. `code` is what is said of anything else. */
export function parseWholeNumber(cell: Cell, { min, code }: { min: number; code: IssueCode }): Parsed<number> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const value = cell.type === 'number' ? cell.value : cell.type === 'text' ? fromText(cell.value, code) : Number.NaN;
  return Number.isSafeInteger(value) && value >= min ? { ok: true, value: value + 0 } : { ok: false, finding: { code } };
}

function fromText(text: string, code: IssueCode): number {
  const narrow = narrowText(text).trim();
  if (narrow.length > longest) return Number.NaN;
  const digits = code === 'minutes_unreadable' ? narrow.replace(unitOfMinutes, '') : narrow;
  return Number(whole.exec(digits)?.[1] ?? Number.NaN);
}
