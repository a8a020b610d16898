import type { RunSlice } from '../slice.ts';
import { runSlices } from './run-slices.ts';

interface Surroundings {
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** @default 13 minutes, about what a slice has on Lambda. */
  sliceMs?: number;
}

/** The shell on this machine. No function's time runs out here; slices end all the same, so that what runs here is what runs on AWS. */
export function runHere<T>(runSlice: RunSlice<T>, { now, sleep, sliceMs = 13 * 60_000 }: Surroundings): Promise<T> {
  return runSlices({
    slice: () => runSlice(new Date(now().getTime() + sliceMs)),
    pause: (_, seconds) => sleep(seconds * 1_000),
  });
}
