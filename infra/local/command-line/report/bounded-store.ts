import type { ObjectStore } from '../../../../functions/menu-import/store/object-store.ts';

/** The same store, which asks for so many things at once at most: what is read by the thousand neither fills the memory nor the line. */
export function boundedStore(store: ObjectStore, mostAtOnce: number): ObjectStore {
  const run = inLanes(mostAtOnce);
  return {
    get: (key, versionId) => run(() => store.get(key, versionId)),
    put: (key, body, condition) => run(() => store.put(key, body, condition)),
    list: (prefix, after) => run(() => store.list(prefix, after)),
    listCurrent: (prefix) => run(() => store.listCurrent(prefix)),
  };
}

/** Runs tasks in the order in which they come, each as soon as a lane is free. */
function inLanes(lanes: number): <T>(task: () => Promise<T>) => Promise<T> {
  let free = lanes;
  const waiting: (() => void)[] = [];
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
