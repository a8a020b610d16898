import type { CellValue, Row as OutRow } from 'exceljs';
import { cellAddress } from '../../workbook/cell-address.ts';
import type { Cell, Row } from '../../workbook/workbook.ts';
import type { ReportRow } from '../report-schema.ts';
import type { WorkbookSpeech } from '../words/workbook-words.ts';
import { type CellMarks, worstSeverity } from './cell-marks.ts';
import { type CellLook, type CellStyles, headerFill, headerInk, issueFills, statusFills } from './cell-styles.ts';
import { cellValue, writtenText } from './cell-value.ts';
import { noteOfIssues } from './note-of-issues.ts';
import type { ResultTable } from './result-columns.ts';
import { resultTexts } from './result-texts.ts';
import { textLines } from './text-lines.ts';

export interface RowSurroundings {
  rows: ReadonlyMap<number, ReportRow>;
  marks: CellMarks;
  /** From the top. */
  tables: readonly ResultTable[];
  /** Of the columns, from A, in characters. */
  widths: readonly number[];
  /** That are used, the result columns included. */
  columns: number;
  speech: WorkbookSpeech;
  styles: CellStyles;
}

/** In points. Excel allows no higher row. */
const lineHeight = 15;
const highestRow = 409;
/** Rows are coloured as far as their sheet is used, and no further than this. */
const lastColouredColumn = 40;

/** Writes the cells of one row of a sheet after the other. */
export class RowCopier {
  readonly #around: RowSurroundings;

  constructor(around: RowSurroundings) {
    this.#around = around;
  }

  copy(row: Row, line: OutRow): void {
    const { rows, tables } = this.#around;
    const table = tables.findLast(({ headerRow }) => headerRow <= row.row);
    const isHeader = table?.headerRow === row.row;
    const fate = isHeader ? undefined : rows.get(row.row);
    const fill = fate === undefined ? undefined : statusFills[fate.status];
    if (row.hidden) line.hidden = true;
    if (fill !== undefined) this.#colour(line, fill);

    const cells = table === undefined ? row.cells : row.cells.filter((cell) => !isOldResult(cell, table));
    for (const cell of cells) this.#copyCell(cell, fill, line);
    const written = new Set(cells.map(({ column }) => column));
    this.#markBlanks(line, written);
    if (isHeader) this.#writeHeaders(line, table, written);
    else if (table !== undefined && fate !== undefined) this.#writeResults(line, table, fate, written);
  }

  #colour(line: OutRow, fill: string): void {
    const style = this.#around.styles.of({ fill });
    const last = Math.min(this.#around.columns, lastColouredColumn);
    for (let column = 1; column <= last; column += 1) line.getCell(column).style = style;
  }

  #copyCell(cell: Cell, fill: string | undefined, line: OutRow): void {
    const { value, numberFormat } = cellValue(cell);
    const look = { numberFormat, bold: cell.bold, top: fill !== undefined };
    this.#put(line, cell.column, value, { ...look, fill });
    this.#mark(line, cell.column, look);
  }

  /** Something may be said about cells that hold nothing. */
  #markBlanks(line: OutRow, written: ReadonlySet<number>): void {
    if (this.#around.marks.size === 0) return;
    for (let column = 1; column <= this.#around.columns; column += 1) if (!written.has(column)) this.#mark(line, column, {});
  }

  #mark(line: OutRow, column: number, look: CellLook): void {
    const { marks, styles, widths } = this.#around;
    if (marks.size === 0) return;
    const place = { row: line.number, column };
    const issues = marks.get(cellAddress(place));
    if (issues === undefined) return;
    const target = line.getCell(column);
    target.style = styles.of({ ...look, fill: issueFills[worstSeverity(issues)] });
    target.note = noteOfIssues(issues, place, widths);
  }

  #writeHeaders(line: OutRow, { places }: ResultTable, written: ReadonlySet<number>): void {
    for (const [name, column] of places) {
      if (!written.has(column)) {
        this.#put(line, column, this.#around.speech.words.headers[name], { bold: true, fill: headerFill, ink: headerInk });
      }
    }
  }

  #writeResults(line: OutRow, { places }: ResultTable, fate: ReportRow, written: ReadonlySet<number>): void {
    const fill = statusFills[fate.status];
    let lines = 1;
    for (const [name, text] of resultTexts(fate, this.#around.speech)) {
      const column = places.get(name);
      // An ID that the merchant wrote stays as it is.
      if (column === undefined || written.has(column)) continue;
      if (typeof text === 'number') this.#put(line, column, text, { fill, numberFormat: '0', top: true });
      else {
        const { value, numberFormat } = writtenText(text);
        this.#put(line, column, value, { fill, numberFormat, wrap: true, bold: name === 'result' });
        lines = Math.max(lines, textLines(text, this.#around.widths[column - 1] ?? 0));
      }
    }
    // Programs differ in whether they make room for what wraps.
    if (lines > 1) line.height = Math.min(lines * lineHeight, highestRow);
  }

  #put(line: OutRow, column: number, value: CellValue, look: CellLook): void {
    const target = line.getCell(column);
    target.value = value;
    target.style = this.#around.styles.of(look);
  }
}

/** What an earlier report wrote gives way to what this one says. The `klikit ID` is who the row is, and stays. */
function isOldResult({ column }: Cell, { places }: ResultTable): boolean {
  for (const [name, place] of places) if (place === column) return name !== 'klikitId';
  return false;
}
