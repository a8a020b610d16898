import type { Parsed } from '../issues/finding.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { LocalizedText } from './menu.ts';
import type { RowReader } from './row-reader.ts';
import { parseText } from './values/parse-text.ts';

/** The texts of a field by locale. A column without a language is in the workbook's own. */
export function readTexts(
  reader: RowReader,
  field: 'title' | 'description',
  language: string,
  parse: (cell: Cell) => Parsed<string> = parseText,
): LocalizedText {
  const texts: LocalizedText = {};
  for (const { column, cell } of reader.slots(field)) {
    const text = cell && reader.parse(cell, parse);
    const locale = column.locale ?? language;
    // "Title" and "Title [en]" may stand side by side; the first that is filled counts.
    if (text !== undefined && text !== '') texts[locale] ??= text;
  }
  return texts;
}
