import type { SheetReading } from '../../menu/sheet-reading.ts';
import { parseReference } from '../../workbook/cell-address.ts';
import type { Cell, Sheet } from '../../workbook/workbook.ts';
import { isResultHeader, type ResultColumn, resultColumns } from '../words/workbook-words.ts';

/** The result columns of one table of a sheet. */
export interface ResultTable {
  headerRow: number;
  /** Where each of them stands, from 1. */
  places: ReadonlyMap<ResultColumn, number>;
}

/**
 * Where results are written, by table, from the top. A sheet that is a report already keeps its result columns where they are, so that no
 * upload adds others; and a `klikit ID` is written where the merchant has a column for it. All others come to the right of everything.
 */
export function resultTables(sheet: Sheet, reading: SheetReading): ResultTable[] {
  const { headerRow, columns, furtherTables = [] } = reading;
  if (headerRow === undefined) return [];
  const headers = sheet.rows.find(({ row }) => row === headerRow)?.cells ?? [];
  const isReport = headers.some((cell) => isHeader(cell, 'whatToDo') || isHeader(cell, 'requestIds'));
  const tables = [{ headerRow, columns }, ...furtherTables].map((table) => ({ ...table, klikitId: klikitIdColumn(table) }));
  let next = lastColumn(sheet);
  const shared = new Map<ResultColumn, number>();
  for (const column of resultColumns) {
    const there = isReport && column !== 'klikitId' ? headers.find((cell) => isHeader(cell, column))?.column : undefined;
    const isEverywhere = column === 'klikitId' && tables.every(({ klikitId }) => klikitId !== undefined);
    if (there !== undefined) shared.set(column, there);
    else if (!isEverywhere) shared.set(column, ++next);
  }
  return tables.map((table) => ({
    headerRow: table.headerRow,
    places: table.klikitId === undefined ? shared : new Map([...shared, ['klikitId', table.klikitId]]),
  }));
}

/** The last column that holds anything; 0 in an empty sheet. */
export function lastColumn({ rows }: Sheet): number {
  let last = 0;
  for (const { cells } of rows) last = Math.max(last, cells.at(-1)?.column ?? 0);
  return last;
}

function isHeader({ value }: Cell, column: ResultColumn): boolean {
  return typeof value === 'string' && isResultHeader(value, column);
}

function klikitIdColumn({ columns }: Pick<SheetReading, 'columns'>): number | undefined {
  const known = columns.find(({ field }) => field === 'klikitId');
  return known === undefined ? undefined : parseReference(known.column)?.column;
}
