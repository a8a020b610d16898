import { parseRange, parseReference } from '../../../functions/menu-import/workbook/cell-address.ts';
import { type CellContext, cellContent, type RawCell } from '../../../functions/menu-import/workbook/cell-content.ts';
import { decodeText } from '../../../functions/menu-import/workbook/decode-text.ts';
import type { CellFormat } from '../../../functions/menu-import/workbook/read-styles.ts';
import type { CellContent } from '../../../functions/menu-import/workbook/workbook.ts';
import { parseWithSaxes } from './parse-with-saxes.ts';

/** The texts of a part of shared strings, the plain way. */
export function sharedStringsBySaxes(xml: string): string[] {
  const strings: string[] = [];
  const gather = gatherer();
  parseWithSaxes(xml, {
    open: (name) => {
      if (name === 'si') gather.start();
      else gather.open(name);
    },
    close: (name) => {
      if (name === 'si') strings.push(decodeText(gather.text()));
      else gather.close(name);
    },
    text: gather.add,
  });
  return strings;
}

/** A sheet's cells by `row,column`, the plain way: objects, maps, and a general parser. Blank cells and those under a merge are left out. */
export function cellsBySaxes(xml: string, formats: readonly CellFormat[], context: CellContext): Map<string, CellContent> {
  const cells = new Map<string, CellContent>();
  const merges: string[] = [];
  const gather = gatherer();
  let [row, column, extension, inCells, rowIsNamed, inValue, inString] = [0, 0, 0, false, false, false, false];
  let cell: RawCell | undefined;
  parseWithSaxes(xml, {
    open: (name, { r, s, t, ref }) => {
      if (extension > 0 || name === 'extLst') extension += 1;
      else if (name === 'sheetData') inCells = true;
      else if (!inCells) {
        if (name === 'mergeCell' && ref !== undefined) merges.push(ref);
      } else if (cell !== undefined && !inString && (name === 'c' || name === 'row')) throw new Error('a cell in a cell');
      else if (name === 'row' && cell === undefined) {
        rowIsNamed = r !== undefined;
        row = Number(r ?? row + 1);
        column = 0;
      } else if (name === 'c' && cell === undefined) {
        const place = r === undefined || r === '' ? undefined : parseReference(r);
        if (r !== undefined && r !== '' && place === undefined) throw new Error(`${r} is no place`);
        column = place?.column ?? column + 1;
        if (!rowIsNamed && place?.row !== undefined) row = place.row;
        cell = { type: t ?? 'n', hasFormula: false, format: formats[Number(s ?? 0)] ?? { kind: 'number' } };
      } else if (cell === undefined) return;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'v' && cell.type !== 'inlineStr') {
        inValue = true;
        cell.text ??= '';
      } else if (name === 'is') {
        cell.type = 'inlineStr';
        inString = true;
        gather.start();
      } else if (inString) gather.open(name);
    },
    text: (text) => {
      if (extension > 0) return;
      if (inValue && cell !== undefined) cell.text += text;
      else if (inString) gather.add(text);
    },
    close: (name) => {
      if (extension > 0) extension -= 1;
      else if (name === 'sheetData') inCells = false;
      else if (name === 'v') inValue = false;
      else if (name === 'is' && cell !== undefined) {
        cell.text = gather.text();
        inString = false;
      } else if (name === 'c' && cell !== undefined) {
        const content = cellContent(cell, context);
        if (content !== undefined) cells.set(`${row},${column}`, content);
        cell = undefined;
      } else if (inString) gather.close(name);
    },
  });
  for (const range of merges.map(parseRange)) {
    if (range === undefined) continue;
    for (const key of cells.keys()) {
      const [y = 0, x = 0] = key.split(',').map(Number);
      const isFirst = y === range.top && x === range.left;
      if (!isFirst && y >= range.top && y <= range.bottom && x >= range.left && x <= range.right) cells.delete(key);
    }
  }
  return cells;
}

/** Joins rich text and leaves out phonetic hints. */
function gatherer() {
  let [text, inText, inPhonetic] = ['', false, false];
  return {
    start: () => {
      [text, inText, inPhonetic] = ['', false, false];
    },
    open: (name: string) => {
      if (name === 'rPh') inPhonetic = true;
      else if (name === 't') inText = true;
    },
    close: (name: string) => {
      if (name === 'rPh') inPhonetic = false;
      else if (name === 't') inText = false;
    },
    add: (piece: string) => {
      if (inText && !inPhonetic) text += piece;
    },
    text: () => text,
  };
}
