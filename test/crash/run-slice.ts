import type { Slice } from '../../functions/menu-import/slice.ts';
import type { DoomedProcess } from './doomed-process.ts';

/** How a slice ended, as far as the service that runs the function can see. */
export type SliceEnd<T> =
  | { kind: 'returned'; slice: Slice<T> }
  | { kind: 'threw'; error: unknown }
  | { kind: 'died' }
  /** Nobody waits for it any more; `later` is what it comes to when it goes on. */
  | { kind: 'froze'; later: Promise<SliceEnd<T>> };

/** Runs one slice in a process until it ends, or the process does, or stands still. */
export async function runSlice<T>(process: DoomedProcess, slice: () => Promise<Slice<T>>): Promise<SliceEnd<T>> {
  const { life } = process;
  const ended = process.live(slice).then(
    (slice): SliceEnd<T> => ({ kind: 'returned', slice }),
    (error: unknown): SliceEnd<T> => ({ kind: 'threw', error }),
  );
  const died = life.died.then((): SliceEnd<T> => ({ kind: 'died' }));
  const lived = Promise.race([died, ended]);
  return Promise.race([lived, life.froze.then((): SliceEnd<T> => ({ kind: 'froze', later: lived }))]);
}
