import type { EntryContent } from './entry-schema.ts';
import type { EntryKind } from './menu.ts';

/** What earlier imports of this merchant made, or may have made. */
export interface KnownEntity {
  /** Made when its create was decided; names it in the ledger. */
  readonly entity: string;
  readonly kind: EntryKind;
  /** Absent where a create was sent and no answer could be had: klikit may hold it or not. */
  readonly klikitId?: number;
  /** Of every answer to the create that left it in doubt. */
  readonly requestIds?: readonly string[];
  /** Every SKU it was ever known by. */
  readonly skus: readonly string[];
  /** Every default-language title it was ever known by, in the form that is compared. */
  readonly titles: readonly string[];
  /** Options: the group its row named, by whatever the row said and what klikit made of it. */
  readonly group?: { readonly id?: number; readonly title?: string };
  /** What klikit was sent. */
  readonly content: EntryContent;
  /** Groups it was put into, and groups it may have been put into without an answer. */
  readonly links: readonly { readonly groupId: number; readonly sequence: number; readonly certain: boolean }[];
  /** The key of the upload that it was made from, and the id of its row there. Absent in ledgers of old. */
  readonly source?: { readonly key: string; readonly row: string };
}
