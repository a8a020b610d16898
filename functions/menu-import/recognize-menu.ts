import { toGroupLookup } from './apply/look-up-groups.ts';
import type { StopCause } from './ledger/fact.ts';
import type { GroupsRead, ImportState } from './ledger/ledger-state.ts';
import type { GroupIds } from './menu/group-ids.ts';
import type { MenuEntry, ParsedMenu } from './menu/menu.ts';
import type { ImportPlan } from './menu/plan.ts';
import { type GroupLookup, groupTitlesToLookUp, planImport, type RecognizedEntry } from './menu/plan-import.ts';
import { recognizeEntries } from './menu/recognize-entries.ts';

/** The rows of a menu with what earlier imports know of them, the same in every slice of an import. */
export function recognizeMenu(menu: ParsedMenu, known: ImportState['known'], groups: GroupsRead = {}): RecognizedEntry[] {
  const entries = menu.rows.flatMap((row): MenuEntry[] => (row.outcome === 'entry' ? [row.entry] : []));
  const recognitions = recognizeEntries(entries, [...known.values()], groupIdsOf(groups));
  return entries.map((entry, position) => ({ entry, recognition: recognitions[position] ?? { state: 'new' } }));
}

function groupIdsOf(groups: GroupsRead): GroupIds {
  return new Map(Object.entries(groups).flatMap(([title, read]) => ('found' in read ? [[title, read.found] as const] : [])));
}

/** Titles of groups whose meaning the ledger does not have yet. */
export function titlesToAsk(rows: readonly RecognizedEntry[], groups: GroupsRead = {}): string[] {
  return groupTitlesToLookUp(rows).filter((title) => !Object.hasOwn(groups, title));
}

/** Everything that the import is to do, whether done already or not. What nobody looked up was not readable, or the import stopped before. */
export function planRecognized(rows: readonly RecognizedEntry[], groups: GroupsRead = {}, stoppedBecause?: StopCause): ImportPlan {
  const lookups = new Map(
    groupTitlesToLookUp(rows).map((title): [string, GroupLookup] => [
      title,
      toGroupLookup(Object.hasOwn(groups, title) ? groups[title] : undefined, stoppedBecause),
    ]),
  );
  return planImport(rows, lookups);
}
