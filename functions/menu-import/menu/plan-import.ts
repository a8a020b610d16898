import type { Finding } from '../issues/finding.ts';
import type { GroupReference, MenuEntry } from './menu.ts';
import type { BlockedRow, ImportPlan, PlannedCreate, PlannedLink } from './plan.ts';
import type { Recognition } from './recognize-entries.ts';
import { rowId } from './row-id.ts';

/** What became of looking up a group by its title. */
export type GroupLookup = { groupId: number } | { status: BlockedRow['status']; finding: Finding };

/** A row with what earlier imports know of it. */
export interface RecognizedEntry {
  entry: MenuEntry;
  recognition: Recognition;
}

/**
 * Decides what is to be sent. Groups that are named by a title are looked up in `lookups`; without it (nothing can be
 * asked of klikit) they stay titles.
 */
export function planImport(rows: readonly RecognizedEntry[], lookups?: ReadonlyMap<string, GroupLookup>): ImportPlan {
  const creates: PlannedCreate[] = [];
  const links = new Map<string, PlannedLink>();
  const blocked: BlockedRow[] = [];

  for (const { entry, recognition } of rows) {
    const id = rowId(entry);
    if (recognition.state === 'conflict') {
      blocked.push({ id, status: 'failed', finding: recognition.finding });
      continue;
    }
    if (recognition.state === 'in_doubt') continue;
    const target = wantsLink(entry, recognition) ? linkTarget(entry, recognition, lookups) : undefined;
    if (target !== undefined && 'finding' in target) {
      blocked.push({ id, ...target });
      continue;
    }
    if (recognition.state === 'new') creates.push({ id, kind: entry.kind, entry });
    if (target !== undefined) addToLink(links, target, entry, recognition);
  }

  return { creates, links: [...links.values()].map(inSequence), blocked };
}

/** Titles of groups that must be looked up before anything of these rows can be sent. */
export function groupTitlesToLookUp(rows: readonly RecognizedEntry[]): string[] {
  const titles = rows.flatMap(({ entry, recognition }) => {
    if (recognition.state === 'conflict' || recognition.state === 'in_doubt') return [];
    // An option that is in a group may be meant to be in another: only klikit can tell whether another title is another group.
    const group = wantsLink(entry, recognition) ? knownGroup(entry, recognition) : renamedGroup(entry, recognition);
    return group !== undefined && 'title' in group ? [group.title] : [];
  });
  return [...new Set(titles)];
}

type Settled = Exclude<Recognition, { state: 'conflict' | 'in_doubt' }>;

/** An option whose link was never sent. A link in doubt is not sent again. */
function wantsLink(entry: MenuEntry, recognition: Settled): boolean {
  if (entry.link === undefined) return false;
  return recognition.state === 'new' || recognition.entity.links.length === 0;
}

/** What the row calls its group, where it called it otherwise when it was imported. */
function renamedGroup(entry: MenuEntry, recognition: Settled): GroupReference | undefined {
  const group = entry.link?.group;
  if (recognition.state === 'new' || group === undefined || 'id' in group) return undefined;
  return recognition.entity.group?.title === group.title ? undefined : group;
}

/** The group of a row, by its id wherever an earlier import learnt it. */
function knownGroup(entry: MenuEntry, recognition: Settled): GroupReference | undefined {
  const learnt = recognition.state === 'new' ? undefined : recognition.entity.group?.id;
  return learnt === undefined ? entry.link?.group : { id: learnt };
}

function linkTarget(
  entry: MenuEntry,
  recognition: Settled,
  lookups: ReadonlyMap<string, GroupLookup> | undefined,
): GroupReference | { status: BlockedRow['status']; finding: Finding } | undefined {
  const group = knownGroup(entry, recognition);
  if (group === undefined || 'id' in group || lookups === undefined) return group;
  const lookup = lookups.get(group.title);
  if (lookup === undefined) throw new Error(`the group "${group.title}" was never looked up`);
  return 'groupId' in lookup ? { id: lookup.groupId } : lookup;
}

function addToLink(links: Map<string, PlannedLink>, group: GroupReference, entry: MenuEntry, recognition: Settled): void {
  if (entry.link === undefined) return;
  const id = `link:${'id' in group ? group.id : group.title}`;
  const named = entry.link.group;
  const link = links.get(id) ?? { id, group, waitsFor: [], options: [], ...('title' in named ? { groupTitle: named.title } : {}) };
  const option = { id: rowId(entry), title: entry.title, sequence: entry.link.sequence };
  if (recognition.state === 'new') {
    link.waitsFor.push(option.id);
    link.options.push(option);
  } else {
    link.options.push({ ...option, existing: { entity: recognition.entity.entity, klikitId: recognition.klikitId } });
  }
  links.set(id, link);
}

function inSequence(link: PlannedLink): PlannedLink {
  return { ...link, options: link.options.toSorted((a, b) => a.sequence - b.sequence) };
}
