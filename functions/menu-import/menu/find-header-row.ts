import type { Cell, Row, Sheet } from '../workbook/workbook.ts';
import { countMeanings, type HeaderColumn, headerColumns, isMenuHeader } from './header-columns.ts';
import { holdsData } from './holds-data.ts';
import { joinHeaderRows } from './join-header-rows.ts';
import type { MergedRanges } from './merged-ranges.ts';

export interface HeaderRow {
  /** The last row of the header; the menu lies below it. From 1. */
  row: number;
  /** Its first row, where it has two. */
  firstRow?: number;
  /** The cells of its rows, so that it is known when it comes again. */
  lines: readonly (readonly Cell[])[];
  columns: HeaderColumn[];
  because: string;
}

/** Banners, logos and notes may stand above the header, but not more than this many filled rows. */
const rowsToLookAt = 40;

/**
 * The first row, or the first two rows, that name titles and prices: what lies above a later one would be lost. Where none does, the one
 * that is best understood, so that the merchant hears what is missing instead of "no header".
 */
export function findHeaderRow({ rows }: Sheet, merges: MergedRanges): HeaderRow | undefined {
  const first = rows.slice(0, rowsToLookAt).map(({ cells }) => cells);
  const found: HeaderRow[] = [];
  let joined: HeaderRow | undefined;
  for (const [position, cells] of first.entries()) {
    const isTaken = joined !== undefined;
    joined = joinedHeader(cells, first[position + 1], merges);
    const header = joined ?? (isTaken ? undefined : singleHeader(cells));
    if (header === undefined || !isHeader(header)) continue;
    // Nothing below can be better, and the search is most of what a small menu costs.
    if (isMenuHeader(header.columns)) return header;
    found.push(header);
  }
  return found.toSorted((a, b) => countMeanings(b.columns) - countMeanings(a.columns) || a.row - b.row)[0];
}

/** The header that begins in this row, alone or together with the next; it names titles and prices, and nothing in it is data. */
export function headerAt(rows: readonly Row[], position: number, merges: MergedRanges): HeaderRow | undefined {
  const cells = rows[position]?.cells ?? [];
  // Most rows are spared the search: they hold data, or begin with what is no header.
  if (cells.length < 2 || cells.some(holdsData) || countUnderstood(headerColumns(cells.slice(0, cellsToBeginWith))) === 0) return undefined;
  const single = singleHeader(cells);
  if (!isMenuHeader(single.columns)) return undefined;
  return joinedHeader(cells, rows[position + 1]?.cells, merges) ?? single;
}

const cellsToBeginWith = 4;

function singleHeader(cells: readonly Cell[]): HeaderRow {
  const row = cells[0]?.row ?? 0;
  const columns = headerColumns(cells);
  return { row, lines: [cells], columns, because: `Row ${row} has ${knownHeaders(columns)}.` };
}

function joinedHeader(upper: readonly Cell[], lower: readonly Cell[] | undefined, merges: MergedRanges): HeaderRow | undefined {
  const [firstRow = 0, row = 0] = [upper[0]?.row, lower?.[0]?.row];
  const columns = lower !== undefined && row === firstRow + 1 ? joinHeaderRows(upper, lower, merges) : undefined;
  if (lower === undefined || columns === undefined) return undefined;
  return { row, firstRow, lines: [upper, lower], columns, because: `Rows ${firstRow} and ${row} together have ${knownHeaders(columns)}.` };
}

function countUnderstood(columns: readonly HeaderColumn[]): number {
  return columns.filter(({ meaning }) => meaning !== undefined).length;
}

function knownHeaders(columns: readonly HeaderColumn[]): string {
  const known = countUnderstood(columns);
  const has = (field: string) => columns.some(({ meaning }) => meaning?.field === field);
  const menu = has('title') && has('price') ? ', titles and prices among them' : '';
  return `${known} known ${known === 1 ? 'header' : 'headers'}${menu}`;
}

/** Data among headers is rare, and a dish may be called "Option". */
function isHeader(header: HeaderRow): boolean {
  if (countMeanings(header.columns) === 0 || header.columns.length < 2) return false;
  return isMenuHeader(header.columns) || dataCells(header) === 0;
}

function dataCells({ lines }: HeaderRow): number {
  const [cells = [], ...tags] = lines;
  return tags.length > 0 ? 0 : cells.filter(holdsData).length;
}
