import type { Fact } from '../ledger/fact.ts';
import type { KnownEntity } from '../menu/known-entity.ts';
import type { RecognizedEntry } from '../menu/plan-import.ts';
import { identityText } from '../menu/values/identity.ts';

/**
 * What rows told about entities that exist and the ledger does not know yet: a new SKU, an edited title, the klikit id of one
 * that was in doubt. `entities`: as the ledger has them now.
 */
export function identityFacts(rows: readonly RecognizedEntry[], entities: ReadonlyMap<string, KnownEntity>): Fact[] {
  return rows.flatMap(({ entry, recognition }): Fact[] => {
    if (recognition.state !== 'unchanged' && recognition.state !== 'changed') return [];
    const { entity: name } = recognition.entity;
    const entity = entities.get(name) ?? recognition.entity;
    const title = identityText(entry.title);
    const { sku } = entry.content;
    const isNew = !entity.titles.includes(title) || (sku !== undefined && !entity.skus.includes(sku));
    return [
      ...(entity.klikitId === undefined ? [{ fact: 'settled' as const, entity: name, klikitId: recognition.klikitId }] : []),
      ...(isNew ? [{ fact: 'known_as' as const, entity: name, title, ...(sku === undefined ? {} : { sku }) }] : []),
    ];
  });
}
