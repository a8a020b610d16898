import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { showCell } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** klikit names no limit; a dish with a longer text than this is a pasted page. */
const longest = 5_000;

/** The text of a cell, trimmed, without control characters, else as written. A number is the text that it shows. */
export function parseText(cell: Cell): Parsed<string> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  if (cell.type === 'date') return { ok: false, finding: { code: 'text_expected', params: { found: 'a date' } } };
  if (cell.type === 'boolean') return { ok: false, finding: { code: 'text_expected', params: { found: `the value ${showCell(cell)}` } } };
  const text = cleanText(showCell(cell));
  if (text.length <= longest) return { ok: true, value: text };
  return { ok: false, finding: { code: 'text_too_long', params: { length: text.length, allowed: longest } } };
}

/** Line breaks stay; other control characters are leftovers of copying. */
export function cleanText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F\uFEFF]/g, ' ')
    .trim();
}
