import type { ObjectStore } from '../store/object-store.ts';
import { queuedImport } from './fold-segment.ts';
import { snapshotKey, snapshotPointerKey } from './ledger-keys.ts';
import type { LedgerState } from './ledger-state.ts';
import { snapshotPointerSchema, snapshotSchema } from './snapshot.ts';

/** Fills an empty state from the newest snapshot. Answers the number up to which it goes; 0 where there is none yet. */
export async function readSnapshot(results: ObjectStore, merchant: string, state: LedgerState): Promise<number> {
  const pointer = await results.get(snapshotPointerKey(merchant));
  if (pointer === undefined) return 0;
  const { upTo } = snapshotPointerSchema.parse(parseJson(pointer.bytes));
  const object = await results.get(snapshotKey(merchant, upTo));
  // Without it everything is read from the beginning, which is only slow.
  if (object === undefined) return 0;
  const snapshot = snapshotSchema.parse(parseJson(object.bytes));
  for (const entity of snapshot.entities) state.entities.set(entity.entity, entity);
  for (const [key, source] of Object.entries(snapshot.newest)) state.newest.set(key, source);
  if (snapshot.pace !== undefined) state.pace = snapshot.pace;
  for (const { id, request } of snapshot.waiting) state.imports.set(id, queuedImport(id, request));
  return snapshot.upTo;
}

function parseJson(bytes: Uint8Array): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}
