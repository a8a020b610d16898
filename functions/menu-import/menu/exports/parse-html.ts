import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { parseText } from '../values/parse-text.ts';
import { htmlToText } from './html-to-text.ts';

/** The text of a cell that may be written in HTML. */
export function parseHtml(cell: Cell): Parsed<string> {
  return parseText(cell.type === 'text' ? { ...cell, value: htmlToText(cell.value) } : cell);
}
