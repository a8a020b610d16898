/** What a cell holds. A formula counts with its cached value. */
export type CellContent =
  | { type: 'text'; value: string }
  | { type: 'number'; value: number }
  | { type: 'boolean'; value: boolean }
  /** Local ISO 8601: `2026-11-24`, or `2026-11-24T09:30:00` where there is a time; `09:30:00` for a time alone; `36:00:00` for elapsed time. */
  | { type: 'date'; value: string }
  /** As Excel shows it: `#REF!`. */
  | { type: 'error'; value: string }
  /** A formula that was never calculated, so nobody knows its value. Also a 0 where the file says that nothing was calculated. */
  | { type: 'formula-empty'; value: '' };

/** A cell that is not blank, with the place it was read from. */
export type Cell = CellContent & {
  /** The name of its sheet, as the merchant wrote it. */
  sheet: string;
  /** From 1, as Excel counts. */
  row: number;
  /** From 1: A = 1. */
  column: number;
  /** The format code of the cell where it is not `General`: `0.00%`, `00000`. */
  numberFormat?: string;
  /** Its row or its column is hidden. */
  hidden?: true;
  /** Its whole text is set in bold, as headings are. */
  bold?: true;
};

/** A row with at least one cell that is not blank. */
export interface Row {
  sheet: string;
  row: number;
  hidden: boolean;
  /** Ascending by column, no column twice. May be put together at each access: take it once. */
  readonly cells: readonly Cell[];
}

export interface Sheet {
  name: string;
  hidden: boolean;
  /** Ascending by row, no row twice. Rows without a value are absent; their numbers are not reused. */
  rows: Row[];
  /** Merged ranges as written in the file: `A1:D1`. Only the first cell of a merge has a value; others are dropped, as Excel does not show them. */
  merges: string[];
  /** Columns that have a width of their own, or are hidden, as the file names them. */
  columnRanges: readonly ColumnRange[];
}

/** Neighbouring columns that look alike. Both ends count from 1, and belong to it. */
export interface ColumnRange {
  first: number;
  last: number;
  /** In characters, as Excel shows it. Absent for the usual one. */
  width?: number;
  hidden?: true;
}

/** Everything the importer wants to know of a workbook, in the order of its tabs. Chart sheets are left out. */
export interface Workbook {
  sheets: Sheet[];
}
