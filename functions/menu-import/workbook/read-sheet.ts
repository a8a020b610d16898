import { parseReference } from './cell-address.ts';
import { type CellContext, cellContent, type RawCell } from './cell-content.ts';
import type { ContentBudget } from './content-budget.ts';
import { WorkbookRefused } from './errors.ts';
import type { SheetPart } from './find-parts.ts';
import { HiddenColumns } from './hidden-columns.ts';
import { parseXml } from './parse-xml.ts';
import type { CellFormat } from './read-styles.ts';
import { SheetRows } from './sheet-rows.ts';
import { TextRuns } from './text-runs.ts';
import type { Sheet } from './workbook.ts';

type Attributes = Readonly<Record<string, string>>;

/** The last row that a sheet can have. */
const lastRow = 1_048_576;
const general: CellFormat = { kind: 'number' };

export interface SheetContext extends CellContext {
  formats: readonly CellFormat[];
  budget: ContentBudget;
}

/**
 * Reads the cells of one sheet while it is being inflated. Rows and cells may come without references and in any order;
 * where one place has several values, the last counts.
 */
export async function readSheet(part: SheetPart, chunks: AsyncIterable<Uint8Array>, context: SheetContext): Promise<Sheet> {
  const rows = new SheetRows(part.name, context.budget);
  const hiddenColumns = new HiddenColumns();
  const merges: string[] = [];
  let inCells = false;
  let row = 0;
  let rowIsNamed = false;
  let rowHidden = false;
  let column = 0;
  let cell: RawCell | undefined;
  let inValue = false;
  let runs: TextRuns | undefined;

  const openRow = ({ r, hidden }: Attributes): void => {
    rowIsNamed = r !== undefined;
    row = rowNumber(r ?? row + 1);
    rowHidden = isTrue(hidden);
    column = 0;
  };

  const openCell = ({ r, s, t }: Attributes): void => {
    const place = r === undefined ? undefined : parseReference(r);
    column = place?.column ?? column + 1;
    // Some writers name the cells, but not the rows.
    if (!rowIsNamed && place?.row !== undefined) row = rowNumber(place.row);
    cell = { type: t ?? 'n', hasFormula: false, format: context.formats[Number(s ?? 0)] ?? general };
  };

  const closeCell = (complete: RawCell): void => {
    const content = cellContent(complete, context);
    if (content === undefined) return;
    context.budget.checkText(String(content.value).length);
    const { code } = complete.format;
    const hidden = hiddenColumns.has(column);
    rows.add(content, { row, column, hidden, rowHidden, ...(code === undefined ? {} : { numberFormat: code }) });
  };

  await parseXml(chunks, {
    open(name, attributes) {
      if (name === 'sheetData') inCells = true;
      else if (!inCells) {
        if (name === 'mergeCell' && attributes['ref'] !== undefined) merges.push(attributes['ref']);
        else if (name === 'col' && isTrue(attributes['hidden'])) hiddenColumns.add(Number(attributes['min']), Number(attributes['max']));
      } else if (name === 'row') openRow(attributes);
      else if (name === 'c') openCell(attributes);
      else if (cell === undefined) return;
      else if (name === 'f') cell.hasFormula = true;
      else if (name === 'v' && cell.type !== 'inlineStr') {
        inValue = true;
        cell.text ??= '';
      } else if (name === 'is') {
        // A text whatever the cell says: read as a number it would lose its leading zeros.
        cell.type = 'inlineStr';
        runs = new TextRuns();
      } else runs?.open(name);
    },
    text(text) {
      if (inValue && cell !== undefined) cell.text += text;
      else runs?.add(text);
    },
    close(name) {
      if (name === 'sheetData') inCells = false;
      else if (name === 'v') inValue = false;
      else if (name === 'is' && cell !== undefined) {
        cell.text = runs?.text ?? '';
        runs = undefined;
      } else if (name === 'c' && cell !== undefined) {
        closeCell(cell);
        cell = undefined;
      } else runs?.close(name);
    },
  });

  rows.dropMerged(merges);
  return { name: part.name, hidden: part.hidden, rows: rows.inOrder(), merges };
}

function rowNumber(written: string | number): number {
  const row = Number(written);
  if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new WorkbookRefused('damaged_workbook', { row: written });
  return row;
}

function isTrue(attribute: string | undefined): boolean {
  return attribute === '1' || attribute === 'true';
}
