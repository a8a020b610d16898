import type { ColumnRange } from './workbook.ts';

/** What a cell holds, as a number. */
export const CellKind = { text: 0, number: 1, boolean: 2, date: 3, error: 4, formulaEmpty: 5 } as const;
/** The bits of a cell's kind, and what may stand beside them. */
export const kindBits = 0x0f;
export const hiddenBit = 0x10;
export const boldBit = 0x20;

/**
 * A sheet as columns of numbers instead of cells: a menu of 400,000 cells is 7 MB, and goes from the thread that reads to the one that asked without
 * being copied. What is what is said in `workbook.ts`; positions count from 0.
 */
export interface PackedSheet {
  name: string;
  hidden: boolean;
  merges: string[];
  columnRanges: readonly ColumnRange[];
  /** By row, ascending: its number, from 1. */
  rows: Uint32Array<ArrayBuffer>;
  /** By row: 1 where it is hidden. */
  hiddenRows: Uint8Array<ArrayBuffer>;
  /** By row: the position of its first cell; and one more, where the last one ends. */
  firstCells: Uint32Array<ArrayBuffer>;
  /** By cell, ascending within its row: from 1. */
  columns: Uint16Array<ArrayBuffer>;
  /** By cell: `CellKind`, `hiddenBit` and `boldBit`. */
  kinds: Uint8Array<ArrayBuffer>;
  /** By cell: the position of its number format, from 1; 0 is General. */
  formats: Uint32Array<ArrayBuffer>;
  /** By cell: the number, 0 or 1 for a boolean, or the position of its text. */
  values: Float64Array<ArrayBuffer>;
}

export interface PackedWorkbook {
  sheets: PackedSheet[];
  /** Texts, dates and errors that cells name by position, in UTF-8 behind each other. */
  textBytes: Uint8Array<ArrayBuffer>;
  /** Where each of them begins; and one more, where the last one ends. */
  textStarts: Uint32Array<ArrayBuffer>;
  /** Number formats that cells name by position. */
  numberFormats: string[];
}

/** The memory of a packed workbook, which may be handed to another thread instead of copied. */
export function buffersOf({ sheets, textBytes, textStarts }: PackedWorkbook): ArrayBuffer[] {
  const ofSheets = sheets.flatMap((sheet) => [
    sheet.rows.buffer,
    sheet.hiddenRows.buffer,
    sheet.firstCells.buffer,
    sheet.columns.buffer,
    sheet.kinds.buffer,
    sheet.formats.buffer,
    sheet.values.buffer,
  ]);
  return [...ofSheets, textBytes.buffer, textStarts.buffer];
}
