import { exactTitle, type ModifierGroup } from './menu-groups.ts';

export type GroupResolution =
  | { found: number }
  /** Ids of the groups that bear the title. */
  | { ambiguous: number[] }
  /** Titles of the groups that exist. */
  | { existing: string[] };

/** Finds the one group that bears this very title in any of its languages. */
export function resolveGroup(title: string, groups: readonly ModifierGroup[]): GroupResolution {
  const wanted = exactTitle(title);
  const ids = groups.filter(({ titles }) => titles.includes(wanted)).map(({ id }) => id);
  const [only] = ids;
  if (only === undefined) return { existing: groups.map(({ id, titles }) => titles[0] ?? String(id)) };
  return ids.length === 1 ? { found: only } : { ambiguous: ids };
}
