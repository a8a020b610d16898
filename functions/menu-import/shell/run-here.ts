import type { RunSlice } from '../slice.ts';
import { runSlices } from './run-slices.ts';

interface Surroundings {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** @default 13 minutes, about what a slice has on Lambda. */
  sliceMs?: number;
  /** Told before each pause, for whoever watches. */
  onPause?: (kind: 'more' | 'busy', seconds: number) => void;
}

/** The shell on this machine. No function's time runs out here; slices end all the same, so that what runs here is what runs on AWS. */
export function runHere<T>(runSlice: RunSlice<T>, { now, sleep, sliceMs = 13 * 60_000, onPause }: Surroundings): Promise<T> {
  return runSlices({
    slice: () => runSlice(new Date(now().getTime() + sliceMs)),
    pause: (_, seconds, kind) => {
      onPause?.(kind, seconds);
      return sleep(seconds * 1_000);
    },
  });
}
