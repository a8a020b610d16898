import type { EntryContent } from './entry-schema.ts';
import type { EntryKind } from './menu.ts';

/** What earlier imports of this merchant made, or may have made. */
export interface KnownEntity {
  /** Made when its create was planned; names it in the ledger. */
  entity: string;
  kind: EntryKind;
  /** Absent where a create was sent and no answer could be had: klikit may hold it or not. */
  klikitId?: number;
  /** Every SKU it was ever known by. */
  skus: string[];
  /** Every default-language title it was ever known by, in the form that is compared. */
  titles: string[];
  /** Options: the group its row named, by whatever the row said and what klikit made of it. */
  group?: { id?: number; title?: string };
  /** What klikit was sent. */
  content: EntryContent;
  /** Groups it was put into, and groups it may have been put into without an answer. */
  links: { groupId: number; sequence: number; certain: boolean }[];
}
