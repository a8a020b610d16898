import type { MenuEntry } from './menu.ts';

/** What titles of groups mean in klikit, as far as it was asked and has exactly one. */
export type GroupIds = ReadonlyMap<string, number>;

/** The row with its group by its id, wherever that is known: two titles may be one group, in two languages. */
export function withGroupId(entry: MenuEntry, groupIds: GroupIds): MenuEntry {
  const { link } = entry;
  if (link === undefined || 'id' in link.group) return entry;
  const id = groupIds.get(link.group.title);
  return id === undefined ? entry : { ...entry, link: { ...link, group: { id } } };
}
