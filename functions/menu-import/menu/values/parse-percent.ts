import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { narrowText } from './narrow-text.ts';
import { isPercentFormat } from './percent-format.ts';
import { valuelessFinding } from './valueless-finding.ts';

const written = /^([+-]?\d{1,9}(?:[.,]\d{1,9})?)\s*%?$/;

/** A percentage from 0 to 100. A cell that is formatted as percent holds 0.11 and means 11. */
export function parsePercent(cell: Cell): Parsed<number> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const percent =
    cell.type === 'number' ? fromNumber(cell.value, cell.numberFormat) : cell.type === 'text' ? fromText(cell.value) : undefined;
  if (percent === undefined || Number.isNaN(percent)) return { ok: false, finding: { code: 'vat_unreadable' } };
  if (percent < 0 || percent > 100) return { ok: false, finding: { code: 'vat_out_of_range' } };
  // 0.11 in a cell that is not formatted as percent is a ninth of a percent, and hardly ever meant.
  const tiny = percent > 0 && percent < 1;
  const warnings = tiny
    ? { warnings: [{ code: 'vat_below_one' as const, params: { percent, meant: Number((percent * 100).toPrecision(12)) } }] }
    : {};
  return { ok: true, value: percent + 0, ...warnings };
}

function fromNumber(value: number, format: string | undefined): number {
  return Number((isPercentFormat(format) ? value * 100 : value).toPrecision(12));
}

function fromText(text: string): number | undefined {
  const digits = written.exec(narrowText(text).trim())?.[1];
  return digits === undefined ? undefined : Number(digits.replace(',', '.'));
}
