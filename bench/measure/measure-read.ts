import { readFileSync } from 'node:fs';
import type { Read } from '../readers/reader.ts';
import { peakMegabytes } from './peak-memory.ts';
import type { Run } from './run-reader.ts';
import { countValue, emptyTally } from './tally.ts';

// A process of its own for one reader and one file: nothing is warm, and nothing is left over from another.
const [, , readerModule = '', file = ''] = process.argv;
const bytes = new Uint8Array(readFileSync(file));
const tally = emptyTally();

const beforeImport = performance.now();
const { read } = (await import(readerModule)) as { read: Read };
const cpuBefore = process.cpuUsage();
const beforeRead = performance.now();
await read(bytes, (value) => countValue(tally, value));
const afterRead = performance.now();
const { user, system } = process.cpuUsage(cpuBefore);

const run: Run = {
  importMs: beforeRead - beforeImport,
  readMs: afterRead - beforeRead,
  cpuMs: (user + system) / 1_000,
  peakMegabytes: peakMegabytes(),
  tally,
};
process.stdout.write(JSON.stringify(run));
