import type { EntryContent } from '../../functions/menu-import/menu/entry-schema.ts';
import type { GroupReference, MenuEntry } from '../../functions/menu-import/menu/menu.ts';
import { identityText } from '../../functions/menu-import/menu/values/identity.ts';

interface EntryWords {
  row?: number;
  title?: string;
  sku?: string;
  price?: number;
  klikitId?: number;
  /** Makes it a modifier option. */
  group?: GroupReference;
  sequence?: number;
}

/** A row that could be imported, with as little said as the test needs. */
export function menuEntry({
  row = 2,
  title = 'Nasi goreng',
  sku,
  price = 45_000,
  klikitId,
  group,
  sequence = 1,
}: EntryWords = {}): MenuEntry {
  const content: EntryContent = {
    title: { en: title },
    vatPercent: 11,
    visibilities: { '1': true },
    prices: { '1': { IDR: { price, takeAwayPrice: price } } },
    enabled: true,
    ...(sku === undefined ? {} : { sku }),
  };
  const named = group === undefined ? '' : 'id' in group ? String(group.id) : group.title;
  return {
    sheet: group === undefined ? 'Items' : 'Modifier options',
    row,
    kind: group === undefined ? 'item' : 'modifier_option',
    key: sku === undefined ? `title:${identityText(title)}` : `sku:${sku}`,
    title,
    content,
    ...(klikitId === undefined ? {} : { klikitId }),
    ...(group === undefined
      ? {}
      : { link: { group, sequence, isSequenceGiven: true, cell: { column: 'D', address: `D${row}`, value: named } } }),
  };
}
