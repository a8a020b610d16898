import { columnLetter, columnNumber } from './column-letter.ts';

const pattern = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})?$/;

/** A place as Excel names it: `C12`. */
export function cellAddress({ column, row }: { column: number; row: number }): string {
  return columnLetter(column) + row;
}

interface CellReference {
  /** From 1: A = 1. */
  column: number;
  /** Absent where only the column is named. */
  row?: number;
}

/** The place that a reference such as `C12` names; `undefined` where it is none. */
export function parseReference(reference: string): CellReference | undefined {
  const [, letters, digits] = pattern.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  return { column: columnNumber(letters.toUpperCase()), ...(digits === undefined ? {} : { row: Number(digits) }) };
}

interface CellRange {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The corners of a range such as `A1:C12`; `undefined` where they are none. One cell is a range as well. */
export function parseRange(range: string): CellRange | undefined {
  const [first, last = first] = range.split(':').map(parseReference);
  if (first?.row === undefined || last?.row === undefined) return undefined;
  return {
    top: Math.min(first.row, last.row),
    bottom: Math.max(first.row, last.row),
    left: Math.min(first.column, last.column),
    right: Math.max(first.column, last.column),
  };
}
