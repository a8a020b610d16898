import type { KnownEntity } from '../menu/known-entity.ts';
import { entityAsDecided } from './entity-as-decided.ts';
import type { Fact } from './fact.ts';
import { withLink } from './fold-answer.ts';

/** What was said of an entity outside the course of an import's own writes. */
export function foldEntityFact(entities: Map<string, KnownEntity>, fact: Fact): void {
  if (fact.fact === 'created' || fact.fact === 'create_in_doubt') {
    // A segment of version 1 whose answer was lost was written once more under the next number.
    if (entities.has(fact.entity)) return;
    entities.set(fact.entity, { ...entityAsDecided(fact), ...(fact.fact === 'created' ? { klikitId: fact.klikitId } : {}) });
    return;
  }
  if (fact.fact !== 'settled' && fact.fact !== 'known_as' && fact.fact !== 'linked') {
    throw new Error(`the ledger has a fact of no import: ${fact.fact}`);
  }
  const entity = entities.get(fact.entity);
  if (entity === undefined) throw new Error(`the ledger speaks of an entity that it never made: ${fact.entity}`);
  entities.set(fact.entity, changed(entity, fact));
}

function changed(entity: KnownEntity, fact: Extract<Fact, { fact: 'settled' | 'known_as' | 'linked' }>): KnownEntity {
  switch (fact.fact) {
    case 'settled':
      return { ...entity, klikitId: fact.klikitId };
    case 'known_as':
      return {
        ...entity,
        titles: [...new Set([...entity.titles, fact.title])],
        skus: fact.sku === undefined ? entity.skus : [...new Set([...entity.skus, fact.sku])],
      };
    case 'linked':
      return withLink(entity, { groupId: fact.groupId, sequence: fact.sequence, certain: fact.certain });
  }
}
