import { describe, expect, test } from 'vitest';
import { whoseTurn } from '../../functions/menu-import/ledger/whose-turn.ts';
import { answered, atNine, claimed, closed, createIntent, ledgerOf, queued, segment } from '../support/ledger-segments.ts';

const nineMs = Date.parse(atNine);
const margin = { requestTimeoutMs: 30_000, clockMarginMs: 5_000 };

describe('whose turn it is', () => {
  test('is that of the import that was queued first, at once where nobody has begun', () => {
    const state = ledgerOf(segment([queued()]), segment([queued('b')], { importId: 'b', writer: 'w2' }));
    expect(whoseTurn(state, margin)).toMatchObject({ run: { id: 'a' }, fromMs: 0 });
  });

  test('comes after the last moment at which the writer may have something in flight', () => {
    const state = ledgerOf(segment([queued()]), segment([claimed]));
    expect(whoseTurn(state, margin)?.fromMs).toBe(nineMs + 60_000 + 35_000);
  });

  test('comes later with every word of the writer', () => {
    const state = ledgerOf(segment([queued()]), segment([claimed]), segment([], { sendUntil: '2026-11-25T09:05:00.000Z' }));
    expect(whoseTurn(state, margin)?.fromMs).toBe(nineMs + 300_000 + 35_000);
  });

  test('is not put off by others who queue', () => {
    const later = { importId: 'b', writer: 'w2', sendUntil: '2026-11-25T12:00:00.000Z' };
    const state = ledgerOf(segment([queued()]), segment([claimed]), segment([queued('b')], later));
    expect(whoseTurn(state, margin)?.fromMs).toBe(nineMs + 95_000);
  });

  test('comes when the pause is over, where the writer let go', () => {
    const released = { fact: 'released' as const, resumeAt: '2026-11-25T09:00:20.000Z', pausedMs: 20_000 };
    const state = ledgerOf(segment([queued()]), segment([claimed]), segment([released]));
    expect(whoseTurn(state, margin)?.fromMs).toBe(nineMs + 20_000);
  });

  test('goes to the next one when the first is closed, and to nobody when all are', () => {
    const state = ledgerOf(segment([queued()]), segment([queued('b')], { importId: 'b' }), segment([claimed]), segment([closed()]));
    expect(whoseTurn(state, margin)?.run.id).toBe('b');
    expect(whoseTurn(ledgerOf(segment([queued()]), segment([claimed]), segment([closed()])), margin)).toBeUndefined();
  });
});

describe('the log', () => {
  test('takes an import for queued once, however often it is said', () => {
    expect(ledgerOf(segment([queued()]), segment([queued()])).imports.size).toBe(1);
  });

  test('makes an entity of a create that was done, and one without an id where nobody knows', () => {
    const begun = segment([claimed, createIntent(2), createIntent(3), createIntent(4)]);
    const state = ledgerOf(segment([queued()]), begun, segment([answered(2, 'done', 7), answered(3, 'unknown'), answered(4, 'refused')]));
    expect([...state.entities.values()].map(({ entity, klikitId, source }) => [entity, klikitId, source?.row])).toEqual([
      ['e2', 7, 'Items!2'],
      ['e3', undefined, 'Items!3'],
    ]);
  });

  test('leaves in doubt what has no answer when its import is closed', () => {
    const state = ledgerOf(segment([queued()]), segment([claimed, createIntent(2)]), segment([closed()]));
    expect([...state.entities.values()]).toMatchObject([{ entity: 'e2' }]);
    expect(state.entities.get('e2')).not.toHaveProperty('klikitId');
  });

  test('forgets a write that surely did nothing, but not the request ids of its attempts', () => {
    const suspended = { fact: 'suspended' as const, write: 'create:Items!2', inDoubt: false, requestIds: ['req-429'], attempts: 1 };
    const state = ledgerOf(segment([queued()]), segment([claimed, createIntent(2)]), segment([suspended]));
    expect(state.imports.get('a')?.writes.size).toBe(0);
    expect(state.imports.get('a')?.suspended.get('create:Items!2')).toEqual(['req-429']);
  });

  test('keeps a write that is in doubt, to the letter', () => {
    const suspended = { fact: 'suspended' as const, write: 'create:Items!2', inDoubt: true, requestIds: [], attempts: 2 };
    const state = ledgerOf(segment([queued()]), segment([claimed, createIntent(2)]), segment([suspended]));
    expect(state.imports.get('a')?.writes.get('create:Items!2')?.intent).toMatchObject({ idempotencyKey: 'key-2', body: '{}' });
  });

  test('shows every slice of an import the same past', () => {
    const earlier = [segment([queued()]), segment([claimed, createIntent(2)]), segment([answered(2, 'done', 7)]), segment([closed()])];
    const about = { importId: 'b' };
    const state = ledgerOf(
      ...earlier,
      segment([queued('b')], about),
      segment([claimed, createIntent(3)], about),
      segment([answered(3, 'done', 8)], about),
      segment([claimed], { ...about, writer: 'w9' }),
    );
    expect([...(state.imports.get('b')?.known.keys() ?? [])]).toEqual(['e2']);
    expect([...state.entities.keys()]).toEqual(['e2', 'e3']);
  });

  test('counts claims that came to nothing, and begins anew when something was decided', () => {
    const claims = [segment([queued()]), segment([claimed]), segment([claimed]), segment([claimed])];
    expect(ledgerOf(...claims).imports.get('a')?.fruitlessClaims).toBe(3);
    expect(ledgerOf(...claims, segment([createIntent(2)])).imports.get('a')?.fruitlessClaims).toBe(0);
  });

  test('adds up what was sent, whoever sent it', () => {
    const state = ledgerOf(
      segment([queued()]),
      segment([claimed], { sent: { calls: 3, retries: 1 } }),
      segment([claimed], { writer: 'w2', sent: { calls: 2, retries: 0 } }),
    );
    expect(state.imports.get('a')?.sent).toEqual({ calls: 5, retries: 1 });
  });

  test('knows the newest version of each key that was imported, and not one that was refused', () => {
    const run = (id: string, sequencer: string, facts = [closed()]) => [
      segment([queued('k', { sequencer })], { importId: id }),
      segment([claimed], { importId: id }),
      segment(facts, { importId: id }),
    ];
    const refusal = { code: 'no_currency', severity: 'error' as const, message: 'm', fix: 'f' };
    const state = ledgerOf(...run('a', '0A'), ...run('c', '0C'), ...run('b', '0B'), ...run('d', '0D', [closed({ refusal })]));
    expect(state.newest.get('k')).toEqual({ sequencer: '0C' });
  });

  test('does not believe an answer to a write that it never named', () => {
    expect(() => ledgerOf(segment([queued()]), segment([claimed, answered(2, 'done', 7)]))).toThrow('never named: create:Items!2');
  });
});
