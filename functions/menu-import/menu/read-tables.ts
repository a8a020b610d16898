import type { Row, Sheet } from '../workbook/workbook.ts';
import { findHeaderRow, type HeaderRow, headerAt } from './find-header-row.ts';
import { type HeaderColumn, notSent } from './header-columns.ts';
import type { ColumnMeaning } from './header-tags.ts';
import type { SkippedBecause } from './menu.ts';
import { MergedRanges } from './merged-ranges.ts';
import { settleMergedHeaders } from './settle-merged-headers.ts';
import { sheetLayout } from './sheet-layout.ts';
import { skipReason, type TableContext } from './skip-row.ts';
import { titleHabits } from './title-habits.ts';

interface SortedRow {
  row: Row;
  /** Why it is no menu row. */
  because?: SkippedBecause;
}

/** The rows below one header. */
export interface MenuTable extends TableContext {
  /** Not blank ones, in order; the header of a further table is the first of its rows. */
  rows: SortedRow[];
}

/**
 * The tables of a sheet, from its first header on: usually one. Where columns are named anew and otherwise, another one begins,
 * because a price read from the wrong column would go unnoticed.
 */
export function readTables(sheet: Sheet): MenuTable[] {
  const merges = new MergedRanges(sheet);
  const first = findHeaderRow(sheet, merges);
  if (first === undefined) return [];
  const below = sheet.rows.filter(({ row }) => row > first.row);
  const isExport = sheetLayout(sheet, first).export !== undefined;
  const headers = [first, ...(isExport ? [] : furtherHeaders(below, first, merges))];
  const starts = headers.map(({ row, firstRow = row }) => firstRow);
  const tableOf = Map.groupBy(below, ({ row }) => starts.findLastIndex((start) => start <= row));
  return headers.map((header, position) => {
    const rows = tableOf.get(position) ?? [];
    const layout = sheetLayout(sheet, settleMergedHeaders(header, rows, merges));
    const context = { sheet, layout, merges, habits: titleHabits(rows, layout, merges) };
    return { ...context, rows: rows.map((row) => sortRow(row, context)) };
  });
}

function sortRow(row: Row, context: TableContext): SortedRow {
  const because = skipReason(row, context);
  return because === undefined ? { row } : { row, because };
}

/** Nobody writes more menus into one sheet. */
const mostTables = 50;

function furtherHeaders(rows: readonly Row[], first: HeaderRow, merges: MergedRanges): HeaderRow[] {
  const headers: HeaderRow[] = [];
  let current = first;
  for (const [position, { row, hidden }] of rows.entries()) {
    if (headers.length === mostTables) break;
    const header = hidden || row <= current.row ? undefined : headerAt(rows, position, merges);
    if (header === undefined || header.columns.every((column) => saysTheSame(column, current))) continue;
    headers.push(header);
    current = header;
  }
  return headers;
}

function saysTheSame({ column, meaning }: HeaderColumn, { columns }: HeaderRow): boolean {
  if (meaning === undefined || notSent.has(meaning.field)) return true;
  const known = columns.find((candidate) => candidate.column === column)?.meaning;
  return known?.field === meaning.field && tags.every((tag) => [known[tag], undefined].includes(meaning[tag]));
}

const tags = ['locale', 'provider', 'currency'] as const satisfies (keyof ColumnMeaning)[];
