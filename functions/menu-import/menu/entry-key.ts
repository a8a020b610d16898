import type { GroupReference } from './menu.ts';
import { identityText } from './values/identity.ts';

/** What a row is known by: `id:29653`, `sku:A1` or `title:nasi goreng`; an option within its group: `title:large@2101`. */
export function entryKey(row: {
  klikitId?: number | undefined;
  sku?: string | undefined;
  title: string;
  group?: GroupReference | undefined;
}): string {
  if (row.klikitId !== undefined) return `id:${row.klikitId}`;
  const identity = row.sku === undefined ? `title:${identityText(row.title)}` : `sku:${row.sku}`;
  return `${identity}${groupSuffix(row.group)}`;
}

/** Tells the same option in two groups apart. */
export function groupSuffix(group: GroupReference | undefined): string {
  if (group === undefined) return '';
  return `@${'id' in group ? group.id : identityText(group.title)}`;
}
