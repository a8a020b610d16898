import { describe, expect, test } from 'vitest';
import type { Fact } from '../../functions/menu-import/ledger/fact.ts';
import { foldFacts } from '../../functions/menu-import/ledger/fold-facts.ts';
import { menuEntry } from '../support/menu-entry.ts';

const { content } = menuEntry({ title: 'Large', sku: 'L' });
const created: Fact = { fact: 'created', entity: 'e1', kind: 'modifier_option', title: 'large', group: { id: 3 }, content, klikitId: 7 };

describe('the ledger', () => {
  test('knows an entity by what its create was sent with', () => {
    expect(foldFacts([created])).toEqual([
      { entity: 'e1', kind: 'modifier_option', klikitId: 7, skus: ['L'], titles: ['large'], group: { id: 3 }, content, links: [] },
    ]);
  });

  test('keeps every identity that an entity ever had', () => {
    const [entity] = foldFacts([
      created,
      { fact: 'known_as', entity: 'e1', title: 'besar', sku: 'L2' },
      { fact: 'known_as', entity: 'e1', title: 'large' },
    ]);
    expect(entity).toMatchObject({ titles: ['large', 'besar'], skus: ['L', 'L2'] });
  });

  test('keeps a doubt until it is settled', () => {
    const { klikitId: _, ...sent } = created;
    const doubt: Fact = { ...sent, fact: 'create_in_doubt' };
    expect(foldFacts([doubt])[0]).not.toHaveProperty('klikitId');
    expect(foldFacts([doubt, { fact: 'settled', entity: 'e1', klikitId: 9 }])[0]).toHaveProperty('klikitId', 9);
  });

  test('remembers the last word on each link', () => {
    const link: Fact = { fact: 'linked', entity: 'e1', groupId: 3, sequence: 1, certain: false };
    expect(foldFacts([created, link, { ...link, certain: true }])[0]?.links).toEqual([{ groupId: 3, sequence: 1, certain: true }]);
  });

  test('is not misled by a segment that was written twice', () => {
    const link: Fact = { fact: 'linked', entity: 'e1', groupId: 3, sequence: 1, certain: true };
    expect(foldFacts([created, link, created])).toEqual(foldFacts([created, link]));
  });

  test('refuses to guess about an entity that it never made', () => {
    expect(() => foldFacts([{ fact: 'settled', entity: 'e2', klikitId: 9 }])).toThrow('never made: e2');
  });
});
