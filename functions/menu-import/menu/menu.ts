import type { Issue } from '../issues/issue.ts';
import type { EntryContent } from './entry-schema.ts';
import type { SheetReading } from './sheet-reading.ts';

/** Locale (ISO 639-1) to text. */
export type LocalizedText = Record<string, string>;

export type EntryKind = 'item' | 'modifier_option';

/** A modifier group that exists in klikit: by its id, or by the exact title of one group. */
export type GroupReference = { id: number } | { title: string };

/** Where a row stands. */
export interface RowPlace {
  sheet: string;
  /** From 1, as Excel counts. */
  row: number;
}

/** A row that can be imported. */
export interface MenuEntry extends RowPlace {
  kind: EntryKind;
  /** The strongest identity of the row: `id:29653`, `sku:A1` or `title:nasi goreng` (options: with `@group`). */
  key: string;
  /** The title in the workbook's default language, as written. */
  title: string;
  /** From a `klikit ID` column. */
  klikitId?: number;
  /** The cell that it stands in. */
  klikitIdCell?: NamingCell;
  content: EntryContent;
  /** Options only. */
  link?: {
    group: GroupReference;
    /** Position in the group; from 1. */
    sequence: number;
    /** Whether the row says so, instead of its place in the sheet. */
    isSequenceGiven: boolean;
    /** The cell that names the group, so that an unknown one can be pointed at. */
    cell: NamingCell;
  };
}

/** A cell that names something outside of the workbook. */
export interface NamingCell {
  /** A letter. */
  column: string;
  address: string;
  value: string;
}

/** The last two are of exports: what is not sold there, and rows that only add a picture or a component to the row above. */
export type SkippedBecause =
  | 'section_title'
  | 'repeated_header'
  | 'hidden_row'
  | 'hidden_sheet'
  | 'total'
  | 'note'
  | 'not_for_sale'
  | 'export_detail';

/** What a row that cannot be imported says of who it is, so that an earlier version of it can be named. */
interface RowIdentity {
  klikitId?: number;
  sku?: string;
  group?: GroupReference;
}

export type ParsedRow =
  | { outcome: 'entry'; entry: MenuEntry; issues: Issue[] }
  | { outcome: 'failed'; place: RowPlace; kind?: EntryKind; key?: string; title?: string; identity?: RowIdentity; issues: Issue[] }
  | { outcome: 'skipped'; place: RowPlace; because: SkippedBecause; text: string };

/** What holds for the whole file where a row says nothing else. */
export interface MenuSettings {
  /** ISO 4217. */
  currency: string;
  /** ISO 639-1. */
  language: string;
  vatPercent: number;
  /** Provider ids. */
  visibleOn: string[];
}

export interface ParsedMenu {
  settings: MenuSettings;
  sheets: SheetReading[];
  /** Every row below a header that is not blank, in file order. */
  rows: ParsedRow[];
  blankRows: number;
  /** About the file as a whole: columns nobody knows, settings that could not be read. */
  issues: Issue[];
}

/** Why nothing of a file can be imported. */
export interface RefusedMenu {
  refusal: Issue;
  /** How its sheets were understood; none where the workbook could not be read. */
  sheets: SheetReading[];
  /** ISO 639-1: of the workbook as far as it says so, else the deployment's. */
  language: string;
}

/** A menu, or the one fault that stops the import before any call. Sheets are there in both cases, for `inspect`. */
export type MenuReading = { ok: true; menu: ParsedMenu } | ({ ok: false } & RefusedMenu);
