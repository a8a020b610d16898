import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import type { Cell, Sheet } from '../../functions/menu-import/workbook/workbook.ts';

export interface Comparison {
  same: number;
  /** Numbers that are shown as dates, fractions and the like, which cannot be told without their format. */
  untold: number;
  /** By cell: `B3: 14.3 is not "15.20"`. */
  different: string[];
}

type Shown = readonly (readonly string[])[];

/**
 * Compares a sheet with the text that Excel saved of it. Excel leaves out the rows and columns before the first that is used, or
 * formatted; so every place where the text could begin is tried.
 */
export function compareWithText(sheet: Sheet, shown: Shown): Comparison {
  const cells = sheet.rows.flatMap((row) => row.cells);
  const firstRow = sheet.rows[0]?.row ?? 1;
  const firstColumn = Math.min(...cells.map(({ column }) => column), 20);
  let best: Comparison = compareAt(cells, shown, 0, 0);
  for (let left = 0; left < firstColumn; left += 1) {
    for (let above = 0; above < firstRow && best.different.length > 0; above += 1) {
      const attempt = compareAt(cells, shown, above, left);
      if (attempt.different.length < best.different.length) best = attempt;
    }
  }
  return best;
}

function compareAt(cells: readonly Cell[], shown: Shown, above: number, left: number): Comparison {
  const comparison: Comparison = { same: 0, untold: 0, different: [] };
  const read = new Set<string>();
  for (const cell of cells) {
    const [row, column] = [cell.row - 1 - above, cell.column - 1 - left];
    const text = shown[row]?.[column] ?? '';
    read.add(`${row},${column}`);
    const agreement = agrees(cell, text);
    if (agreement === undefined) comparison.untold += 1;
    else if (agreement) comparison.same += 1;
    else comparison.different.push(`${cellAddress(cell)}: ${JSON.stringify(cell.value)} is not ${JSON.stringify(text)}`);
  }
  for (const [row, texts] of shown.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text.trim() === '' || read.has(`${row},${column}`)) continue;
      comparison.different.push(`row ${row + 1 + above}, column ${column + 1 + left}: nothing is not ${JSON.stringify(text)}`);
    }
  }
  return comparison;
}

/** `undefined` where the text does not say. */
function agrees(cell: Cell, shown: string): boolean | undefined {
  switch (cell.type) {
    case 'text':
      return clean(cell.value) === clean(shown) || inOldLetters(clean(cell.value)) === clean(shown);
    case 'number':
      return agreesWithNumber(cell.value, shown);
    case 'boolean':
      return shown === String(cell.value).toUpperCase();
    case 'error':
      return shown === cell.value;
    case 'formula-empty':
    case 'date':
      return undefined;
  }
}

/** By value, at the precision that is shown; with its sign, unless a format hides it. */
function agreesWithNumber(value: number, shown: string): boolean | undefined {
  const bare = shown.replaceAll(/[\s,$€£¥°]/g, '');
  const [, open, digits, exponent, percent] = /^(\()?-?(\d*\.?\d*)(?:E([+-]\d+))?(%)?\)?$/.exec(bare) ?? [];
  if (digits === undefined || !/\d/.test(digits)) return shown === '' ? false : undefined;
  const scale = 10 ** (Number(exponent ?? 0) - (percent === undefined ? 0 : 2));
  const negative = open !== undefined || bare.startsWith('-');
  const told = Number(digits) * scale * (negative ? -1 : 1);
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.abs(value - told) <= 0.5000001 * 10 ** -decimals * scale + Math.abs(value) * 1e-9;
}

function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll('\u00A0', ' ').trim();
}

const oldLetters = new Set(new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)));

/** As Excel saved letters that its code page lacks. */
function inOldLetters(text: string): string {
  return Array.from(text, (letter) => (oldLetters.has(letter) ? letter : '_')).join('');
}
