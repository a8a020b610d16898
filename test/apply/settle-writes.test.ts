import { describe, expect, test } from 'vitest';
import { settleWrites } from '../../functions/menu-import/apply/settle-writes.ts';
import type { DecidedWrite, MenuTreeRead } from '../../functions/menu-import/klikit/client.ts';
import type { Fact } from '../../functions/menu-import/ledger/fact.ts';
import type { Write } from '../../functions/menu-import/ledger/ledger-state.ts';
import { knownFrom } from '../support/known-entity.ts';
import { atNine, createIntent } from '../support/ledger-segments.ts';
import { menuEntry } from '../support/menu-entry.ts';

const hourMs = 3_600_000;

function open(row: number, sku?: string): Write {
  const { content } = menuEntry({ title: `Dish ${row}`, ...(sku === undefined ? {} : { sku }) });
  return { intent: createIntent(row, { content }), decidedAtMs: Date.parse(atNine) };
}

interface Situation {
  open: readonly Write[];
  resends?: boolean;
  hoursLater?: number;
  entries?: { id: number; sku: string }[];
  tree?: MenuTreeRead;
  known?: number[];
}

/** What is remembered of the writes, and what was sent again, each with klikit's answer 7. */
async function settle({ open: writes, resends = true, hoursLater = 0, entries = [], tree, known = [] }: Situation) {
  const sent: DecidedWrite[] = [];
  const facts: Fact[] = [];
  let reads = 0;
  await settleWrites(writes, {
    klikit: {
      createItem: (write) => {
        sent.push(write);
        return Promise.resolve({ outcome: 'done', value: { id: 7 }, requestIds: ['r'], attempts: 1 });
      },
      linkModifiers: () => Promise.reject(new Error('no link here')),
    },
    readMenuTree: () => {
      reads += 1;
      return Promise.resolve(tree ?? { ok: true, groups: [], entries });
    },
    entities: new Map(known.map((id) => [`e${id}`, knownFrom(menuEntry({}), id)])),
    record: (fact) => void facts.push(fact),
    now: () => new Date(Date.parse(atNine) + hoursLater * hourMs),
    resends,
  });
  return { sent, facts, reads };
}

describe('a write that was left without an answer', () => {
  test('is sent again with the same key and the same bytes, and known to be in doubt', async () => {
    const { sent, facts, reads } = await settle({ open: [open(2)], hoursLater: 22.9 });
    expect(sent).toEqual([{ idempotencyKey: 'key-2', body: '{}', doubtBefore: 'no_answer' }]);
    expect(facts).toMatchObject([{ write: 'create:Items!2', outcome: 'done', klikitId: 7 }]);
    expect(reads).toBe(0);
  });

  test.each([
    ['when klikit may have forgotten its key', { hoursLater: 23 }],
    ['where keys are not relied on', { resends: false }],
  ])('is not sent again %s, but looked for by its SKU', async (_, situation) => {
    const { sent, facts } = await settle({ open: [open(2, 'A1')], entries: [{ id: 9, sku: 'a1' }], ...situation });
    expect(sent).toEqual([]);
    expect(facts).toMatchObject([{ outcome: 'done', klikitId: 9, requestIds: [] }]);
  });

  test.each<[string, Partial<Situation>]>([
    ['has no SKU', { open: [open(2)], entries: [{ id: 9, sku: 'A1' }] }],
    ['is not in the menu, which proves nothing', { entries: [] }],
    [
      'could be either of two',
      {
        entries: [
          { id: 9, sku: 'A1' },
          { id: 10, sku: 'A1' },
        ],
      },
    ],
    ['could be one that the ledger knows', { entries: [{ id: 9, sku: 'A1' }], known: [9] }],
    ['shares its SKU with another one that is open', { open: [open(2, 'A1'), open(3, 'A1')], entries: [{ id: 9, sku: 'A1' }] }],
    ['cannot be looked for, because the menu cannot be read', { tree: { ok: false, suspended: false } }],
  ])('is unknown where it %s', async (_, situation) => {
    const { facts } = await settle({ open: [open(2, 'A1')], resends: false, ...situation });
    for (const fact of facts) expect(fact).toMatchObject({ fact: 'answered', outcome: 'unknown' });
    expect(facts.length).toBeGreaterThan(0);
  });

  test('stays open where the slice ends before the menu could be read', async () => {
    const { facts } = await settle({ open: [open(2, 'A1')], resends: false, tree: { ok: false, suspended: true } });
    expect(facts).toMatchObject([{ fact: 'suspended', inDoubt: true }]);
  });
});
