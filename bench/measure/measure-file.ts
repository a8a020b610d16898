import { type Reader, readers } from '../readers/readers.ts';
import { median } from './median.ts';
import { type Run, runReader } from './run-reader.ts';
import type { Tally } from './tally.ts';

/** What the runs of one reader on one file came to. */
export interface Measurement {
  reader: Reader;
  runs: number;
  readMs: number;
  cpuMs: number;
  importMs: number;
  /** Of the run that needed the most. */
  peakMegabytes: number;
  tally: Tally;
}

const leastRuns = 3;
const mostRuns = 5;
/** With so much time measured, and `leastRuns`, a reader is known well enough. */
const enoughMs = 1_200;

/** Runs all readers in turn, round by round, so that a slow moment of the machine meets them all. */
export function measureFile(bundles: string, file: string): Measurement[] {
  const runs = new Map<Reader, Run[]>(readers.map((reader) => [reader, []]));
  for (let round = 0; round < mostRuns; round += 1) {
    for (const [reader, done] of runs) {
      const measuredMs = done.reduce((sum, { readMs }) => sum + readMs, 0);
      if (round < leastRuns || measuredMs < enoughMs) done.push(runReader(bundles, reader.module, file));
    }
  }
  return [...runs].map(([reader, done]) => summarize(reader, done));
}

function summarize(reader: Reader, runs: readonly Run[]): Measurement {
  const [first] = runs;
  if (first === undefined) throw new Error(`${reader.name} was never run`);
  return {
    reader,
    runs: runs.length,
    readMs: median(runs.map(({ readMs }) => readMs)),
    cpuMs: median(runs.map(({ cpuMs }) => cpuMs)),
    importMs: median(runs.map(({ importMs }) => importMs)),
    peakMegabytes: Math.max(...runs.map(({ peakMegabytes }) => peakMegabytes)),
    tally: first.tally,
  };
}
