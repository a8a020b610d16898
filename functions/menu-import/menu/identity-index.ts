import type { KnownEntity } from './known-entity.ts';
import type { EntryKind, GroupReference } from './menu.ts';
import { identityText } from './values/identity.ts';

/** Finds entities by any identity they ever had, in constant time. */
export interface IdentityIndex {
  byKlikitId(kind: EntryKind, klikitId: number): KnownEntity | undefined;
  bySku(kind: EntryKind, sku: string, group?: GroupReference): KnownEntity | undefined;
  /** `title` in the form that is compared, see `identityText`. */
  byTitle(kind: EntryKind, title: string, group?: GroupReference): KnownEntity[];
}

/** The same option in two groups is two entities, so an option is only found within its group, named either way. */
export function indexIdentities(known: readonly KnownEntity[]): IdentityIndex {
  const byIdentity = new Map<string, KnownEntity[]>();
  const remember = (identity: string, entity: KnownEntity) => {
    const entities = byIdentity.get(identity);
    if (entities === undefined) byIdentity.set(identity, [entity]);
    else entities.push(entity);
  };

  for (const entity of known) {
    if (entity.klikitId !== undefined) remember(identity('id', entity.kind, '', String(entity.klikitId)), entity);
    for (const group of groupNames(entity)) {
      for (const sku of entity.skus) remember(identity('sku', entity.kind, group, identityText(sku)), entity);
      for (const title of entity.titles) remember(identity('title', entity.kind, group, title), entity);
    }
  }

  return {
    byKlikitId: (kind, klikitId) => byIdentity.get(identity('id', kind, '', String(klikitId)))?.[0],
    bySku: (kind, sku, group) => byIdentity.get(identity('sku', kind, groupName(group), identityText(sku)))?.[0],
    byTitle: (kind, title, group) => byIdentity.get(identity('title', kind, groupName(group), title)) ?? [],
  };
}

function identity(...parts: string[]): string {
  return parts.join('\u0000');
}

function groupName(group: GroupReference | undefined): string {
  if (group === undefined) return '';
  return 'id' in group ? `#${group.id}` : `=${group.title.normalize('NFC')}`;
}

function groupNames({ kind, group }: KnownEntity): string[] {
  if (kind === 'item' || group === undefined) return [''];
  return [
    ...(group.id === undefined ? [] : [groupName({ id: group.id })]),
    ...(group.title === undefined ? [] : [groupName({ title: group.title })]),
  ];
}
