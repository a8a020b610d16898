import type { Slice } from '../slice.ts';
import { pauseBeforeNext } from './pause-before-next.ts';

/** How a shell does its part. Slices are numbered from 1, and a pause has the number of the slice that it follows. */
interface Shell<T> {
  slice: (number: number) => Promise<Slice<T>>;
  pause: (number: number, seconds: number, kind: 'more' | 'busy') => Promise<void>;
}

/**
 * The loop of every shell: a slice, a pause, the next slice, until one is done. It decides by nothing but what the slices return, so
 * that it can be replayed.
 */
export async function runSlices<T>(shell: Shell<T>): Promise<T> {
  let busyInARow = 0;
  let behind: string | undefined;
  for (let number = 1; ; number += 1) {
    const slice = await shell.slice(number);
    if (slice.kind === 'done') return slice.result;
    const isSameTurn = slice.kind === 'busy' && slice.behind === behind;
    // Where the queue moves on, one's own turn comes nearer: whoever waited long for one import does not wait long for the next.
    busyInARow = isSameTurn ? busyInARow + 1 : Number(slice.kind === 'busy');
    behind = slice.kind === 'busy' ? slice.behind : undefined;
    await shell.pause(number, pauseBeforeNext(slice, busyInARow), slice.kind);
  }
}
