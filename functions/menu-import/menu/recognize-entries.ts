import type { Finding, FindingParam } from '../issues/finding.ts';
import { type ContentChange, compareContent } from './compare-content.ts';
import { comparePlacement } from './compare-placement.ts';
import { duplicateFinding, findRivals, nameRow } from './find-duplicates.ts';
import { type GroupIds, withGroupId } from './group-ids.ts';
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
  /** `meant`: the entities that the row speaks of, all the same. */
  | { state: 'conflict'; finding: Finding; meant: KnownEntity[] };

/**
 * Finds the entity that each row means, in the order of the entries: by klikit id, then SKU, then default-language title.
 * Identities of one row that point at two entities are a conflict, and so are two rows that mean one entity.
 */
export function recognizeEntries(
  entries: readonly MenuEntry[],
  known: readonly KnownEntity[],
  groupIds: GroupIds = new Map(),
): Recognition[] {
  const index = indexIdentities(known);
  const resolved = entries.map((entry) => withGroupId(entry, groupIds));
  // Groups that the rows call by different names may turn out to be one.
  const sharing = groupIds.size === 0 ? undefined : findRivals(resolved);
  const recognized = entries.map((entry, position): Recognition => {
    const resolvedEntry = resolved[position] ?? entry;
    const recognition = recognize(entry, resolvedEntry, index);
    const rivals = sharing?.get(resolvedEntry);
    if (rivals === undefined) return recognition;
    return { state: 'conflict', finding: duplicateFinding(entry, rivals), meant: 'entity' in recognition ? [recognition.entity] : [] };
  });
  const claims = Map.groupBy(entries.keys(), (position) => claimedEntity(recognized[position]));
  return recognized.map((recognition, position) => {
    const entity = claimedEntity(recognition);
    const rivals = entity === undefined ? [] : (claims.get(entity) ?? []).filter((rival) => rival !== position);
    if (rivals.length === 0) return recognition;
    const others = rivals.flatMap((rival) => entries[rival] ?? []).map((other) => nameRow(other));
    const params = { others: { list: others }, identity: { phrase: 'share_entry' }, remedy: { phrase: 'give_sku_and_title' } } as const;
    return {
      state: 'conflict',
      finding: { code: 'duplicate_row', params },
      meant: entity === undefined ? [] : [entity],
    };
  });
}

function claimedEntity(recognition: Recognition | undefined): KnownEntity | undefined {
  return recognition !== undefined && 'entity' in recognition ? recognition.entity : undefined;
}

/** By what the row calls its group, and by the id that this means in klikit. */
function recognize(entry: MenuEntry, resolved: MenuEntry, index: IdentityIndex): Recognition {
  const { kind, klikitId } = entry;
  const { sku } = entry.content;
  const groups = [entry.link?.group, resolved.link?.group];
  const byId = klikitId === undefined ? undefined : index.byKlikitId(kind, klikitId);
  const [bySku] = sku === undefined ? [] : groups.flatMap((group) => index.bySku(kind, sku, group) ?? []);
  const byTitle = groups
    .flatMap((group) => index.byTitle(kind, identityText(entry.title), group))
    .find((entity) => !hasOtherSku(entity, entry));

  if (klikitId !== undefined && byId === undefined) {
    const doubtful = bySku ?? byTitle;
    // The merchant looked into klikit and wrote down what is there: that settles the doubt.
    if (doubtful !== undefined && doubtful.klikitId === undefined) return compare(resolved, doubtful, klikitId);
    const meant = [bySku, byTitle].filter((other) => other !== undefined);
    return { state: 'conflict', finding: { code: 'klikit_id_unknown', params: { value: klikitId } }, meant };
  }

  const meant = [...new Set([byId, bySku, byTitle])].filter((entity) => entity !== undefined);
  const [entity] = meant;
  if (entity === undefined) return { state: 'new' };
  if (meant.length > 1) {
    const params = { identities: { list: meant.map(nameEntity) } };
    return { state: 'conflict', finding: { code: 'conflicting_identity', params }, meant };
  }
  return entity.klikitId === undefined ? { state: 'in_doubt', entity } : compare(resolved, entity, entity.klikitId);
}

function nameEntity({ klikitId }: KnownEntity): FindingParam {
  return klikitId === undefined ? { phrase: 'entry_without_klikit_id' } : { phrase: 'klikit_id', params: { id: klikitId } };
}

function compare(entry: MenuEntry, entity: KnownEntity, klikitId: number): Recognition {
  const changes = [...compareContent(entity.content, entry.content), ...comparePlacement(entity, entry)];
  return changes.length === 0 ? { state: 'unchanged', entity, klikitId } : { state: 'changed', entity, klikitId, changes };
}

/** A SKU counts as different only where both sides have one. */
function hasOtherSku(entity: KnownEntity, entry: MenuEntry): boolean {
  const { sku } = entry.content;
  return sku !== undefined && entity.skus.length > 0 && !entity.skus.some((other) => identityText(other) === identityText(sku));
}
