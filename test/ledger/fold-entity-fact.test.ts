import { describe, expect, test } from 'vitest';
import type { Fact } from '../../functions/menu-import/ledger/fact.ts';
import { foldEntityFact } from '../../functions/menu-import/ledger/fold-entity-fact.ts';
import type { KnownEntity } from '../../functions/menu-import/menu/known-entity.ts';
import { menuEntry } from '../support/menu-entry.ts';

const { content } = menuEntry({ title: 'Large', sku: 'L' });
const created: Fact = { fact: 'created', entity: 'e1', kind: 'modifier_option', title: 'large', group: { id: 3 }, content, klikitId: 7 };

function fold(facts: readonly Fact[]): KnownEntity[] {
  const entities = new Map<string, KnownEntity>();
  for (const fact of facts) foldEntityFact(entities, fact);
  return [...entities.values()];
}

describe('the ledger', () => {
  test('of version 1 knows an entity by what its create was sent with', () => {
    expect(fold([created])).toEqual([
      { entity: 'e1', kind: 'modifier_option', klikitId: 7, skus: ['L'], titles: ['large'], group: { id: 3 }, content, links: [] },
    ]);
  });

  test('keeps every identity that an entity ever had', () => {
    const [entity] = fold([
      created,
      { fact: 'known_as', entity: 'e1', title: 'besar', sku: 'L2' },
      { fact: 'known_as', entity: 'e1', title: 'large' },
    ]);
    expect(entity).toMatchObject({ titles: ['large', 'besar'], skus: ['L', 'L2'] });
  });

  test('keeps a doubt until it is settled', () => {
    const { klikitId: _, ...sent } = created;
    const doubt: Fact = { ...sent, fact: 'create_in_doubt' };
    expect(fold([doubt])[0]).not.toHaveProperty('klikitId');
    expect(fold([doubt, { fact: 'settled', entity: 'e1', klikitId: 9 }])[0]).toHaveProperty('klikitId', 9);
  });

  test('remembers the last word on each link', () => {
    const link: Fact = { fact: 'linked', entity: 'e1', groupId: 3, sequence: 1, certain: false };
    expect(fold([created, link, { ...link, certain: true }])[0]?.links).toEqual([{ groupId: 3, sequence: 1, certain: true }]);
  });

  test('of version 1 is not misled by a segment that was written twice', () => {
    const link: Fact = { fact: 'linked', entity: 'e1', groupId: 3, sequence: 1, certain: true };
    expect(fold([created, link, created])).toEqual(fold([created, link]));
  });

  test('does not believe what it never heard the beginning of', () => {
    expect(() => fold([{ fact: 'settled', entity: 'e9', klikitId: 9 }])).toThrow('never made: e9');
  });
});
