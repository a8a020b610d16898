import type { KnownEntity } from '../../functions/menu-import/menu/known-entity.ts';
import type { MenuEntry } from '../../functions/menu-import/menu/menu.ts';
import { identityText } from '../../functions/menu-import/menu/values/identity.ts';

/** The entity that an earlier import of that row left behind. */
export function knownFrom(entry: MenuEntry, klikitId: number | undefined, entity = `earlier:${entry.row}`): KnownEntity {
  const group = entry.link?.group;
  return {
    entity,
    kind: entry.kind,
    skus: entry.content.sku === undefined ? [] : [entry.content.sku],
    titles: [identityText(entry.title)],
    content: entry.content,
    links: [],
    ...(group === undefined ? {} : { group }),
    ...(klikitId === undefined ? {} : { klikitId }),
  };
}
