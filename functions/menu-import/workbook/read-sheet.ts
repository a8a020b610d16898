import { columnOfReference } from './cell-address.ts';
import { type CellContext, cellContent, type RawCell } from './cell-content.ts';
import { columnLetter } from './column-letter.ts';
import { WorkbookRefused } from './errors.ts';
import type { SheetPart } from './find-parts.ts';
import { parseXml } from './parse-xml.ts';
import type { CellFormat } from './read-styles.ts';
import type { RowBudget } from './row-budget.ts';
import type { Cell, Row, Sheet } from './workbook.ts';

/** The last row that a sheet can have. */
const lastRow = 1_048_576;
const general: CellFormat = { kind: 'number' };

export interface SheetContext extends CellContext {
  formats: readonly CellFormat[];
  budget: RowBudget;
}

/**
 * Reads the cells of one sheet while it is being inflated. Rows and cells may come without references and in any order;
 * where one comes twice, the last counts, as in Excel.
 */
export async function readSheet(part: SheetPart, chunks: AsyncIterable<Uint8Array>, context: SheetContext): Promise<Sheet> {
  const rows = new Map<number, { hidden: boolean; cells: Map<number, Cell> }>();
  const merges: string[] = [];
  const hiddenColumns: { first: number; last: number }[] = [];
  let row = 0;
  let rowHidden = false;
  let column = 0;
  let raw: RawCell | undefined;
  let inValue = false;
  let inInline = false;
  let inPhonetic = false;

  const keep = (cell: RawCell): void => {
    context.budget.checkText(cell.text.length);
    const content = cellContent(cell, context);
    if (content === undefined) return;
    context.budget.checkColumn(column);
    const known = rows.get(row) ?? { hidden: rowHidden, cells: new Map<number, Cell>() };
    if (!rows.has(row)) {
      context.budget.countRow();
      rows.set(row, known);
    }
    const hidden = hiddenColumns.some(({ first, last }) => column >= first && column <= last);
    known.cells.set(column, {
      ...content,
      sheet: part.name,
      row,
      column,
      address: `${columnLetter(column)}${row}`,
      ...(cell.format.code === undefined ? {} : { numberFormat: cell.format.code }),
      ...(hidden || rowHidden ? { hidden: true as const } : {}),
    });
  };

  await parseXml(chunks, {
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
          if (!Number.isInteger(row) || row < 1 || row > lastRow)
            throw new WorkbookRefused('damaged_workbook', { row: attributes['r'] ?? '' });
          rowHidden = isTrue(attributes['hidden']);
          column = 0;
          break;
        case 'c':
          column = (attributes['r'] === undefined ? undefined : columnOfReference(attributes['r'])) ?? column + 1;
          raw = {
            type: attributes['t'] ?? 'n',
            text: '',
            hasFormula: false,
            format: context.formats[Number(attributes['s'] ?? 0)] ?? general,
          };
          break;
        case 'f':
          if (raw !== undefined) raw.hasFormula = true;
          break;
        case 'v':
          inValue = raw !== undefined && raw.type !== 'inlineStr';
          break;
        case 'is':
          inInline = true;
          break;
        case 'rPh':
          inPhonetic = true;
          break;
        case 't':
          inValue = inInline && !inPhonetic;
          break;
        case 'mergeCell':
          if (attributes['ref'] !== undefined) merges.push(attributes['ref']);
          break;
        case 'col':
          if (isTrue(attributes['hidden'])) hiddenColumns.push({ first: Number(attributes['min']), last: Number(attributes['max']) });
          break;
      }
    },
    text(text) {
      if (!inValue || raw === undefined) return;
      raw.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') inValue = false;
      else if (name === 'is') inInline = false;
      else if (name === 'rPh') inPhonetic = false;
      else if (name === 'c' && raw !== undefined) {
        keep(raw);
        raw = undefined;
      }
    },
  });

  return { name: part.name, hidden: part.hidden, rows: inOrder(part.name, rows), merges };
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}

function inOrder(sheet: string, rows: ReadonlyMap<number, { hidden: boolean; cells: ReadonlyMap<number, Cell> }>): Row[] {
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([row, { hidden, cells }]) => ({ sheet, row, hidden, cells: [...cells.values()].toSorted((a, b) => a.column - b.column) }));
}
