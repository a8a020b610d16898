import type { Cell } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { ColumnMeaning } from './header-tags.ts';
import { parseHeader } from './parse-header.ts';
import { klikitProvider } from './values/parse-provider.ts';
import { showCell } from './values/show-cell.ts';

export interface HeaderColumn {
  /** From 1. */
  column: number;
  /** Where its text stands; of two rows, the lower one. */
  row: number;
  /** As written; from two rows as `Price (IDR)`. */
  header: string;
  hidden?: true;
  /** Other columns that it lies over, which hold nothing of what it says. */
  besides?: readonly number[];
  /** Absent where nobody knows what it means. */
  meaning?: ColumnMeaning;
}

/** The cells of a row, understood as headers. */
export function headerColumns(cells: readonly Cell[]): HeaderColumn[] {
  return cells.map((cell) => headerColumn(cell, showCell(cell), cell.type === 'text' ? parseHeader(cell.value) : undefined));
}

export function headerColumn({ column, row, hidden }: Cell, header: string, meaning: ColumnMeaning | undefined): HeaderColumn {
  return { column, row, header, ...(hidden === undefined ? {} : { hidden }), ...(meaning === undefined ? {} : { meaning }) };
}

/** Fields of columns that are understood, and not sent. */
export const notSent: ReadonlySet<Field> = new Set<Field>(['result', 'unused', 'taxFlag', 'exportMark']);

/** How many different things these columns are known to hold, of those that are sent. Two columns that say the same count once. */
export function countMeanings(columns: readonly HeaderColumn[]): number {
  return new Set(sent(columns).map(meaningKey)).size;
}

/** How many of these columns are known to hold what is sent. */
export function countKnown(columns: readonly HeaderColumn[]): number {
  return sent(columns).length;
}

function sent(columns: readonly HeaderColumn[]): ColumnMeaning[] {
  return columns.flatMap(({ meaning }) => (meaning === undefined || notSent.has(meaning.field) ? [] : [meaning]));
}

/** Whether columns hold what a menu needs: titles, and prices or at least what tells items from options. */
export function isMenuHeader(columns: readonly HeaderColumn[]): boolean {
  const has = (field: Field) => columns.some(({ meaning }) => meaning?.field === field);
  return has('title') && (has('price') || has('group') || has('type'));
}

/** Equal where two columns hold the same. */
export function meaningKey({ field, locale, provider, currency }: ColumnMeaning): string {
  const ofProvider = field === 'price' || field === 'takeAwayPrice' || field === 'visible';
  return [field, locale, ofProvider ? (provider ?? klikitProvider) : '', currency].join(' ');
}
