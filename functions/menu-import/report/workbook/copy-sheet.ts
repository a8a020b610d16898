import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Row as OutRow, Worksheet } from 'exceljs';
import type { SheetReading } from '../../menu/sheet-reading.ts';
import type { Sheet } from '../../workbook/workbook.ts';
import type { ReportRow } from '../report-schema.ts';
import type { ResultColumn, WorkbookSpeech } from '../words/workbook-words.ts';
import { type CellMarks, worstSeverity } from './cell-marks.ts';
import { type CellStyles, issueFills, statusFills } from './cell-styles.ts';
import { type CellRange, keptMerges } from './kept-merges.ts';
import type { WorkbookWriter } from './open-writer.ts';
import { lastColumn, type ResultTable, resultTables } from './result-columns.ts';
import { RowCopier } from './row-copier.ts';

/** A sheet of the merchant's, and what the report says of it. */
export interface MarkedSheet {
  sheet: Sheet;
  /** A name that Excel takes. */
  name: string;
  /** How it was understood. */
  reading?: SheetReading;
  /** By row number. */
  rows: ReadonlyMap<number, ReportRow>;
  marks: CellMarks;
}

/** exceljs holds what is written until the archive has taken it, which it does between two turns of the loop. */
const rowsATurn = 10;
/** A header further down is not frozen: nothing else would have room. */
const lastFrozenRow = 12;
/** In characters, where the file says nothing else. */
const usualWidth = 9;
const resultWidths: Readonly<Record<ResultColumn, number>> = { result: 30, klikitId: 12, link: 34, whatToDo: 64, requestIds: 42 };

/**
 * Writes a sheet as the merchant has it, with the result columns, coloured rows, and a note on each cell that something is said about.
 * Values, number formats, widths, hidden rows and columns, merges and bold text stay; fonts, colours, pictures and formulas do not.
 */
export async function copySheet(writer: WorkbookWriter, marked: MarkedSheet, speech: WorkbookSpeech, styles: CellStyles): Promise<void> {
  const { sheet, reading, rows } = marked;
  const tables = reading === undefined || rows.size === 0 ? [] : resultTables(sheet, reading);
  const used = { rows: sheet.rows.at(-1)?.row ?? 0, columns: lastColumn(sheet) };
  const columns = Math.max(used.columns, ...tables.flatMap(({ places }) => [...places.values()]));

  const out = openSheet(writer, marked, tables);
  const widths = setColumns(out, sheet, columns, tables);
  const copier = new RowCopier({ rows, marks: marked.marks, tables, widths, columns, speech, styles });
  const merges = Map.groupBy(keptMerges(sheet, used), ({ top }) => top);
  let last = 0;
  for (const [position, row] of sheet.rows.entries()) {
    for (let blank = last + 1; blank < row.row; blank += 1) {
      merge(out, merges.get(blank));
      // One by one: exceljs takes much longer to find a row that lies far behind the last one.
      out.getRow(blank).commit();
    }
    merge(out, merges.get(row.row));
    const line: OutRow = out.getRow(row.row);
    copier.copy(row, line);
    line.commit();
    last = row.row;
    if (position % rowsATurn === 0) await nextTurn();
  }
  out.commit();
}

/** What exceljs's types leave out of a sheet that is being streamed. */
type OutSheet = Worksheet & { commit: () => void };

function openSheet(writer: WorkbookWriter, marked: MarkedSheet, tables: readonly ResultTable[]): OutSheet {
  const { sheet, name } = marked;
  const [first, second] = tables;
  const colour = tabColour(marked);
  const isFrozen = first !== undefined && first.headerRow <= lastFrozenRow;
  const out = writer.addWorksheet(name, {
    state: sheet.hidden ? 'hidden' : 'visible',
    views: isFrozen ? [{ state: 'frozen', ySplit: first.headerRow }] : [],
    properties: { dyDescent: 0.25, ...(colour === undefined ? {} : { tabColor: { argb: colour } }) },
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }) as OutSheet;
  if (first === undefined) return out;
  // Excel has one filter for a sheet, so only the first table has one.
  const lastRow = second === undefined ? (sheet.rows.at(-1)?.row ?? 0) : second.headerRow - 1;
  const columns = Math.max(lastColumn(sheet), ...first.places.values());
  out.autoFilter = { from: { row: first.headerRow, column: 1 }, to: { row: Math.max(lastRow, first.headerRow), column: columns } };
  return out;
}

/** Red where something must be corrected, yellow where something should be looked at, green where the rows are in klikit. */
function tabColour({ marks, rows }: MarkedSheet): string | undefined {
  const issues = [...[...marks.values()].flat(), ...[...rows.values()].flatMap((row) => row.issues)];
  if (issues.length > 0) return issueFills[worstSeverity(issues)];
  return rows.size === 0 ? undefined : statusFills.created;
}

/** Answers the widths in characters, from column A. */
function setColumns(out: OutSheet, { columnRanges }: Sheet, count: number, tables: readonly ResultTable[]): number[] {
  const columns = Array.from({ length: count }, (): { width?: number; hidden?: boolean } => ({}));
  for (const { first, last, width, hidden } of columnRanges) {
    for (let column = first; column <= Math.min(last, count); column += 1) {
      columns[column - 1] = { ...(width === undefined ? {} : { width }), ...(hidden === true ? { hidden } : {}) };
    }
  }
  for (const [name, column] of tables.flatMap(({ places }) => [...places])) {
    columns[column - 1] = { width: columns[column - 1]?.width ?? resultWidths[name] };
  }
  out.columns = columns;
  return columns.map(({ width = usualWidth }) => width);
}

/** The merges that begin in the row that is written next. */
function merge(out: OutSheet, ranges: readonly CellRange[] = []): void {
  for (const { top, left, bottom, right } of ranges) out.mergeCells(top, left, bottom, right);
}
