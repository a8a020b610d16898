import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { showCell } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** klikit names no limit; a dish with a longer text than this is a pasted page. */
const longest = 5_000;

/**
 * The text of a cell, trimmed, without control characters, else as written. A number is the text that it shows.
 * `maxLength` counts UTF-16 code units.
 */
export function parseText(cell: Cell, { maxLength = longest }: { maxLength?: number } = {}): Parsed<string> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  if (cell.type === 'boolean') {
    const found = { phrase: 'the_value', params: { value: showCell(cell) } } as const;
    return { ok: false, finding: { code: 'text_expected', params: { found } } };
  }
  const text = cleanText(showCell(cell));
  if (text.length <= maxLength) return { ok: true, value: text };
  return { ok: false, finding: { code: 'text_too_long', params: { length: text.length, allowed: maxLength } } };
}

/** Line breaks stay; other control characters, and `_x000D_` that other programs escaped twice, are leftovers of copying. */
export function cleanText(text: string): string {
  const plain = text
    .replaceAll('_x000D_', '\r')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFEFF]/g, ' ')
    .toWellFormed();
  return trimInvisible(plain);
}

/** By hand: a pattern for the end of a text searches long runs of spaces again and again. */
function trimInvisible(text: string): string {
  const invisible = /[\s\u200B\u2060]/u;
  let start = 0;
  let end = text.length;
  while (start < end && invisible.test(text.charAt(start))) start += 1;
  while (start < end && invisible.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
