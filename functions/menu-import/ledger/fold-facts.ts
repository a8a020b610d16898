import type { KnownEntity } from '../menu/known-entity.ts';
import type { Fact } from './fact.ts';

/** What is known after all these facts, in the order in which the entities were first seen. */
export function foldFacts(facts: Iterable<Fact>): KnownEntity[] {
  const entities = new Map<string, KnownEntity>();
  for (const fact of facts) {
    if (fact.fact === 'created' || fact.fact === 'create_in_doubt') {
      // A segment whose answer was lost is written once more under the next number.
      if (entities.has(fact.entity)) continue;
      entities.set(fact.entity, {
        entity: fact.entity,
        kind: fact.kind,
        skus: fact.content.sku === undefined ? [] : [fact.content.sku],
        titles: [fact.title],
        content: fact.content,
        links: [],
        ...(fact.group === undefined ? {} : { group: fact.group }),
        ...(fact.fact === 'created' ? { klikitId: fact.klikitId } : {}),
      });
      continue;
    }
    const entity = entities.get(fact.entity);
    if (entity === undefined) throw new Error(`the ledger speaks of an entity that it never made: ${fact.entity}`);
    apply(fact, entity);
  }
  return [...entities.values()];
}

function apply(fact: Exclude<Fact, { fact: 'created' | 'create_in_doubt' }>, entity: KnownEntity): void {
  switch (fact.fact) {
    case 'settled':
      entity.klikitId = fact.klikitId;
      return;
    case 'known_as':
      if (!entity.titles.includes(fact.title)) entity.titles.push(fact.title);
      if (fact.sku !== undefined && !entity.skus.includes(fact.sku)) entity.skus.push(fact.sku);
      return;
    case 'linked': {
      const others = entity.links.filter((link) => link.groupId !== fact.groupId);
      entity.links = [...others, { groupId: fact.groupId, sequence: fact.sequence, certain: fact.certain }];
      return;
    }
  }
}
