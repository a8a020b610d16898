import type { Finding } from '../issues/finding.ts';
import { type ContentChange, compareContent } from './compare-content.ts';
import { type IdentityIndex, indexIdentities } from './identity-index.ts';
import type { KnownEntity } from './known-entity.ts';
import type { MenuEntry } from './menu.ts';
import { identityText } from './values/identity.ts';

/** What earlier imports know of a row. */
export type Recognition =
  | { state: 'new' }
  | { state: 'unchanged'; entity: KnownEntity; klikitId: number }
  | { state: 'changed'; entity: KnownEntity; klikitId: number; changes: ContentChange[] }
  /** A create was sent earlier and no answer could be had. */
  | { state: 'in_doubt'; entity: KnownEntity }
  | { state: 'conflict'; finding: Finding };

/**
 * Finds the entity that each row means, in the order of the entries: by klikit id, then SKU, then default-language title.
 * Identities of one row that point at two entities are a conflict, and so are two rows that mean one entity.
 */
export function recognizeEntries(entries: readonly MenuEntry[], known: readonly KnownEntity[]): Recognition[] {
  const index = indexIdentities(known);
  const recognized = entries.map((entry) => recognize(entry, index));
  const claims = Map.groupBy(entries.keys(), (position) => claimedEntity(recognized[position]));
  return recognized.map((recognition, position) => {
    const entity = claimedEntity(recognition);
    const rivals = entity === undefined ? [] : (claims.get(entity) ?? []).filter((rival) => rival !== position);
    if (rivals.length === 0) return recognition;
    const others = rivals.map((rival) => `row ${entries[rival]?.row} of "${entries[rival]?.sheet}"`).join(', ');
    return {
      state: 'conflict',
      finding: { code: 'duplicate_row', params: { others, identity: 'both mean one entry that exists already' } },
    };
  });
}

function claimedEntity(recognition: Recognition | undefined): KnownEntity | undefined {
  return recognition !== undefined && 'entity' in recognition ? recognition.entity : undefined;
}

function recognize(entry: MenuEntry, index: IdentityIndex): Recognition {
  const { kind, klikitId } = entry;
  const byId = klikitId === undefined ? undefined : index.byKlikitId(kind, klikitId);
  const bySku = entry.content.sku === undefined ? undefined : index.bySku(kind, entry.content.sku, entry.link?.group);
  const byTitle = index.byTitle(kind, identityText(entry.title), entry.link?.group).find((entity) => !hasOtherSku(entity, entry));

  if (klikitId !== undefined && byId === undefined) {
    const doubtful = bySku ?? byTitle;
    // The merchant looked into klikit and wrote down what is there: that settles the doubt.
    if (doubtful !== undefined && doubtful.klikitId === undefined) return compare(entry, doubtful, klikitId);
    return { state: 'conflict', finding: { code: 'klikit_id_unknown', params: { value: klikitId } } };
  }

  const meant = [...new Set([byId, bySku, byTitle])].filter((entity) => entity !== undefined);
  const [entity] = meant;
  if (entity === undefined) return { state: 'new' };
  if (meant.length > 1) {
    const identities = meant.map((other) =>
      other.klikitId === undefined ? 'one whose klikit ID is not known' : `klikit ID ${other.klikitId}`,
    );
    return { state: 'conflict', finding: { code: 'conflicting_identity', params: { identities: identities.join(', ') } } };
  }
  return entity.klikitId === undefined ? { state: 'in_doubt', entity } : compare(entry, entity, entity.klikitId);
}

function compare(entry: MenuEntry, entity: KnownEntity, klikitId: number): Recognition {
  const changes = compareContent(entity.content, entry.content);
  return changes.length === 0 ? { state: 'unchanged', entity, klikitId } : { state: 'changed', entity, klikitId, changes };
}

/** A SKU counts as different only where both sides have one. */
function hasOtherSku(entity: KnownEntity, entry: MenuEntry): boolean {
  const { sku } = entry.content;
  return sku !== undefined && entity.skus.length > 0 && !entity.skus.some((other) => identityText(other) === identityText(sku));
}
