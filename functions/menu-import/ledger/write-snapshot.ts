import type * as z from 'zod';
import type { ObjectStore } from '../store/object-store.ts';
import { snapshotKey, snapshotPointerKey } from './ledger-keys.ts';
import type { MerchantLog } from './merchant-log.ts';
import { snapshotPointerSchema, type snapshotSchema } from './snapshot.ts';

/** A log of fewer objects is read faster than a snapshot is worth. */
const fewestObjects = 20;

/**
 * Folds the log, so that the next import reads little. Only when nothing is under way: then there is nothing to know of an
 * import but that it waits. Nothing is deleted, and a snapshot that does not come about costs time only.
 */
export async function writeSnapshot(results: ObjectStore, { merchant, state, last, length }: MerchantLog): Promise<void> {
  const open = [...state.imports.values()].filter(({ closed }) => closed === undefined);
  if (length < fewestObjects || open.some(({ startedAt }) => startedAt !== undefined)) return;
  const snapshot: z.input<typeof snapshotSchema> = {
    schemaVersion: 2,
    upTo: last,
    // The schema's arrays are mutable; nobody changes these.
    entities: [...state.entities.values()] as z.input<typeof snapshotSchema>['entities'],
    newest: Object.fromEntries(state.newest),
    ...(state.pace === undefined ? {} : { pace: state.pace }),
    waiting: open.map(({ id, request }) => ({ id, request })),
  };
  await results.put(snapshotKey(merchant, last), JSON.stringify(snapshot), { absent: true });

  const pointer = await results.get(snapshotPointerKey(merchant));
  const pointed = pointer === undefined ? undefined : snapshotPointerSchema.parse(JSON.parse(new TextDecoder().decode(pointer.bytes)));
  if (pointed !== undefined && pointed.upTo >= last) return;
  const condition = pointer === undefined ? ({ absent: true } as const) : { matches: pointer.etag };
  // Whoever was faster points at something as good.
  await results.put(snapshotPointerKey(merchant), JSON.stringify({ schemaVersion: 2, upTo: last }), condition);
}
