import type { Finding } from '../issues/finding.ts';
import type { EntryKind, GroupReference, MenuEntry } from './menu.ts';

/** One create call. */
export interface PlannedCreate {
  /** The row's id, see `rowId`. */
  id: string;
  kind: EntryKind;
  entry: MenuEntry;
}

/** One option that is to be put into a group. */
interface PlannedLinkOption {
  /** The row's id. */
  id: string;
  title: string;
  sequence: number;
  /** There where an earlier import created the option; otherwise its create comes first. */
  existing?: { entity: string; klikitId: number };
}

/** One link call: all missing options of one group, in sequence. */
export interface PlannedLink {
  /** `link:2101`, or `link:Spice level` where the group's id is not known yet. */
  id: string;
  group: GroupReference;
  /** The title that the rows use, where they use one. */
  groupTitle?: string;
  /** Ids of the creates that must have their answer first. */
  waitsFor: string[];
  options: PlannedLinkOption[];
}

/** A row for which nothing is sent, and why. */
export interface BlockedRow {
  id: string;
  status: 'failed' | 'not_attempted';
  finding: Finding;
}

/** Everything that is to be sent, in order. Creates come first; a link waits for its own options only. */
export interface ImportPlan {
  creates: PlannedCreate[];
  links: PlannedLink[];
  blocked: BlockedRow[];
}
