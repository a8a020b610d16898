import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { ObjectStore } from '../../functions/menu-import/store/object-store.ts';
import { boundedStore } from '../../infra/local/command-line/report/bounded-store.ts';

/** Says how many were asked for at once, at most; every third one fails. */
function countingStore(): { store: ObjectStore; seen: { most: number } } {
  const seen = { most: 0 };
  let [now, asked] = [0, 0];
  const get = async () => {
    now += 1;
    asked += 1;
    seen.most = Math.max(seen.most, now);
    const fails = asked % 3 === 0;
    await setImmediate();
    now -= 1;
    if (fails) throw new Error('refused');
    return undefined;
  };
  return { store: { get, put: async () => 'written', list: async () => [], listCurrent: async () => [] }, seen };
}

test('a hundred reports are read eight at once, and one that fails holds up no other', async () => {
  const { store, seen } = countingStore();
  const bounded = boundedStore(store, 8);
  const read = await Promise.allSettled(Array.from({ length: 100 }, (_, n) => bounded.get(String(n))));
  expect(seen.most).toBe(8);
  expect(read.filter(({ status }) => status === 'rejected')).toHaveLength(33);
});
