import type { Cell, Row, Sheet } from '../workbook/workbook.ts';
import { type ColumnMeaning, parseHeader } from './parse-header.ts';

interface HeaderColumn {
  /** From 1. */
  column: number;
  /** As written. */
  header: string;
  /** Absent where nobody knows what it means. */
  meaning?: ColumnMeaning;
}

export interface HeaderRow {
  row: number;
  columns: HeaderColumn[];
  because: string;
}

/** Banners, logos and notes may stand above the header, but not more than this many filled rows. */
const rowsToLookAt = 40;

/**
 * The row whose cells are best understood as headers: at least two of them. Where there is none, a row with one known header beside others,
 * so that the merchant hears what is missing instead of "no header".
 */
export function findHeaderRow({ rows }: Sheet): HeaderRow | undefined {
  const candidates = rows.slice(0, rowsToLookAt).map((row) => ({ row, columns: headerColumns(row) }));
  const ranked = candidates
    .map(({ row, columns }) => ({ row, columns, known: columns.filter(({ meaning }) => meaning !== undefined).length }))
    .toSorted((a, b) => b.known - a.known || a.row.row - b.row.row);
  const [best] = ranked;
  if (best === undefined || best.known === 0 || best.columns.length < 2) return undefined;
  const because = `Row ${best.row.row} has ${best.known} known ${best.known === 1 ? 'header' : 'headers'}, more than any other row.`;
  return { row: best.row.row, columns: best.columns, because };
}

/** Whether a row says the same as the header row, as sheets do that were printed page by page. */
export function isRepeatedHeader(row: Row, header: HeaderRow): boolean {
  const same = row.cells.filter((cell) => {
    const column = header.columns.find((known) => known.column === cell.column);
    return column?.meaning !== undefined && parsedHeader(cell)?.field === column.meaning.field;
  });
  return same.length >= 2 && same.length * 2 > row.cells.length;
}

function headerColumns(row: Row): HeaderColumn[] {
  return row.cells
    .filter((cell) => cell.type === 'text')
    .map((cell) => {
      const meaning = parsedHeader(cell);
      return { column: cell.column, header: cell.value, ...(meaning === undefined ? {} : { meaning }) };
    });
}

function parsedHeader(cell: Cell): ColumnMeaning | undefined {
  return cell.type === 'text' ? parseHeader(cell.value) : undefined;
}
