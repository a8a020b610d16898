import type { FindingParam } from '../issues/finding.ts';
import { nameSome } from '../issues/name-some.ts';
import type { MenuTreeRead } from '../klikit/client.ts';
import { resolveGroup } from '../klikit/resolve-group.ts';
import type { StopCause } from '../ledger/fact.ts';
import type { GroupsRead } from '../ledger/ledger-state.ts';
import type { GroupLookup } from '../menu/plan-import.ts';

const mostGroupsNamed = 20;

/** What titles of groups mean in klikit's menu, as the ledger keeps it. */
export function readGroups(titles: readonly string[], tree: MenuTreeRead): GroupsRead {
  return Object.fromEntries(titles.map((title) => [title, tree.ok ? resolveGroup(title, tree.groups) : { unreadable: true }]));
}

/** What that means for the rows that use the title. `stoppedBecause`: a menu that could not be read because the import stopped is no fault of its own. */
export function toGroupLookup(read: GroupsRead[string] | undefined, stoppedBecause?: StopCause): GroupLookup {
  if (read === undefined || 'unreadable' in read) {
    return { status: 'not_attempted', finding: { code: stoppedBecause ?? 'menu_tree_unreadable' } };
  }
  if ('found' in read) return { groupId: read.found };
  if ('ambiguous' in read) {
    return { status: 'failed', finding: { code: 'group_ambiguous', params: { groups: { list: read.ambiguous.map(String) } } } };
  }
  return { status: 'failed', finding: { code: 'group_not_found', params: { groups: nameGroups(read.existing) } } };
}

function nameGroups(titles: readonly string[]): FindingParam {
  if (titles.length === 0) return { phrase: 'none' };
  return nameSome(
    titles.map((title) => `"${title}"`),
    mostGroupsNamed,
  );
}
