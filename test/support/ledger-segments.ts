import type { CreateIntent, Fact } from '../../functions/menu-import/ledger/fact.ts';
import { foldSegment } from '../../functions/menu-import/ledger/fold-segment.ts';
import { emptyLedger, type LedgerState } from '../../functions/menu-import/ledger/ledger-state.ts';
import type { Segment } from '../../functions/menu-import/ledger/segment.ts';
import { menuEntry } from './menu-entry.ts';

export const atNine = '2026-11-25T09:00:00.000Z';

/** An object of the log that says these things, by writer `w1` about import `a` unless told otherwise. */
export function segment(facts: readonly Fact[], more: Partial<Segment> = {}): Segment {
  return {
    schemaVersion: 2,
    id: crypto.randomUUID(),
    writer: 'w1',
    importId: 'a',
    writtenAt: atNine,
    sendUntil: '2026-11-25T09:01:00.000Z',
    sent: { calls: 0, retries: 0 },
    facts: [...facts],
    ...more,
  };
}

export function queued(key = 'uploads/demo/menu.xlsx', more: Partial<Extract<Fact, { fact: 'queued' }>['request']> = {}): Fact {
  return { fact: 'queued', request: { merchant: 'demo', trigger: 'upload', occurrence: '', bucket: 'uploads', key, ...more } };
}

export const claimed: Fact = { fact: 'claimed' };

export function closed(more: Partial<Extract<Fact, { fact: 'closed' }>> = {}): Fact {
  return { fact: 'closed', finishedAt: atNine, source: { sha256: 'x', bytes: 1 }, ...more };
}

/** The create of an item in that row, decided. */
export function createIntent(row: number, more: Partial<CreateIntent> = {}): CreateIntent {
  const { content } = menuEntry({ title: `Dish ${row}` });
  const id = `Items!${row}`;
  return {
    fact: 'create_intended',
    write: `create:${id}`,
    idempotencyKey: `key-${row}`,
    body: '{}',
    row: id,
    entity: `e${row}`,
    kind: 'item',
    title: `dish ${row}`,
    content,
    ...more,
  };
}

export function answered(row: number, outcome: 'done' | 'refused' | 'unknown', klikitId?: number): Fact {
  const id = klikitId === undefined ? {} : { klikitId };
  return { fact: 'answered', write: `create:Items!${row}`, outcome, ...id, requestIds: [`req-${row}`], attempts: 1 };
}

/** What these objects come to. */
export function ledgerOf(...segments: readonly Segment[]): LedgerState {
  const state = emptyLedger();
  for (const one of segments) foldSegment(state, one);
  return state;
}
