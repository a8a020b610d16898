import type { IssueCode } from '../../issues/messages/en.ts';
import type { Field } from '../column-table.ts';

/** A header as the system writes it, or the pattern of headers that carry a store, a tax or a number: `Price [Main Street]`. */
export type ExportHeader = string | RegExp;

/** Rows in which a cell under one of these headers holds one of these words, in lower case. */
export interface CellRule {
  headers: readonly ExportHeader[];
  values: readonly string[];
}

/** How another system writes its items into a sheet, and what of it klikit has no place for. */
export interface ExportConvention {
  /** As its users call it. */
  name: string;
  /** A sheet is recognised where it has every header of one of these lists. None is short enough for a merchant's own sheet. */
  knownBy: readonly (readonly string[])[];
  /** What its headers mean where the column table says something else, or nothing. All others are unused. */
  fields: Partial<Record<Field, readonly ExportHeader[]>>;
  /** Where it writes sizes and kinds of one item. */
  variations?: {
    /** Rows with the same text here are of one item. */
    item: readonly ExportHeader[];
    /** Which size or kind a row is. */
    names: readonly ExportHeader[];
    /** What it calls the only one, in lower case. */
    only: readonly string[];
  };
  /** Filled in rows without title and price that only add to a row above: a component, a picture. */
  details?: readonly ExportHeader[];
  /** A row is not for sale where one of these holds of every filled cell under its headers. */
  notForSale?: readonly CellRule[];
  /** Rows that cannot be mapped, and what is said of them. */
  refused?: readonly (CellRule & { code: IssueCode })[];
}

export const yes = ['yes', 'y', 'true', '1'];
export const no = ['no', 'n', 'false', '0'];
