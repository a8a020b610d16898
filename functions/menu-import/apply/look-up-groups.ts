import type { KlikitClient } from '../klikit/client.ts';
import { resolveGroup } from '../klikit/resolve-group.ts';
import type { GroupLookup } from '../menu/plan-import.ts';

const mostGroupsNamed = 20;

/** Finds the groups that rows name by their titles, with one read of klikit's menu, and none where there is nothing to find. */
export async function lookUpGroups(
  titles: readonly string[],
  klikit: Pick<KlikitClient, 'readModifierGroups'>,
): Promise<Map<string, GroupLookup>> {
  if (titles.length === 0) return new Map();
  const read = await klikit.readModifierGroups();
  return new Map(
    titles.map((title): [string, GroupLookup] => {
      if (!read.ok) return [title, { status: 'not_attempted', finding: { code: 'menu_tree_unreadable' } }];
      const resolved = resolveGroup(title, read.groups);
      if ('found' in resolved) return [title, { groupId: resolved.found }];
      if ('ambiguous' in resolved) {
        return [title, { status: 'failed', finding: { code: 'group_ambiguous', params: { groups: resolved.ambiguous.join(', ') } } }];
      }
      return [title, { status: 'failed', finding: { code: 'group_not_found', params: { groups: nameGroups(resolved.existing) } } }];
    }),
  );
}

function nameGroups(titles: readonly string[]): string {
  if (titles.length === 0) return 'none';
  const named = titles.slice(0, mostGroupsNamed).map((title) => `"${title}"`);
  return titles.length > mostGroupsNamed ? `${named.join(', ')} and ${titles.length - mostGroupsNamed} more` : named.join(', ');
}
