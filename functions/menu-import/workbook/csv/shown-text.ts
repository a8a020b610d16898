import type { CellContent } from '../workbook.ts';

type Shown = Extract<CellContent, { type: 'text' | 'error' }>;

const errors = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#GETTING_DATA',
  '#SPILL!',
  '#CALC!',
  '#FIELD!',
  '#BLOCKED!',
  '#CONNECT!',
  '#UNKNOWN!',
  '#BUSY!',
]);
/** The usual way to keep Excel from reading a text as a number: `="00042"`. */
const textFormula = /^="((?:[^"]|"")*)"$/;

/** What Excel shows of a field when it opens the file; `undefined` where it is blank. Only numbers and dates stay as they are written. */
export function shownText(field: string): Shown | undefined {
  const text = field.startsWith('="') ? (textFormula.exec(field)?.[1]?.replaceAll('""', '"') ?? field) : field;
  if (text.trim() === '') return undefined;
  return { type: errors.has(text) ? 'error' : 'text', value: text };
}
