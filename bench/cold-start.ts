import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleFunction, bundling } from '../infra/bundle-function.ts';
import { type MeasuredBundle, memoryTable, stageTable } from './cold-start/cold-start-tables.ts';
import { describeBundle } from './cold-start/describe-bundle.ts';
import { runColdStart } from './cold-start/run-cold-start.ts';
import { describeMachine } from './report/describe-machine.ts';

const runs = 11;
const delayedRuns = 5;
/** What an answer of S3 takes in the same region, about. */
const answerDelayMs = 20;

// Bundles that were made before, to compare with: `node bench/cold-start.ts ../before`.
const earlier = process.argv.slice(2).map((directory) => ({ name: basename(directory), directory: resolve(directory) }));
const directory = mkdtempSync(join(tmpdir(), 'bench-cold-start-'));
try {
  console.log(`Cold start\n${describeMachine()}\n`);
  const bundle = join(directory, 'bundle');
  console.log(`The bundle: ${describeBundle(bundle, bundleFunction(bundle))}\n`);
  buildSync({
    ...bundling,
    entryPoints: [fileURLToPath(new URL('cold-start/cold-process.ts', import.meta.url))],
    splitting: true,
    outdir: join(directory, 'program'),
  });
  const bundles = [...earlier, { name: 'this bundle', directory: bundle }];

  const near = await measure(bundles, runs, 0);
  console.log(
    `From the start of the process, in ms by the clock: median of ${runs} processes (least to most)\n${stageTable(near, 'atMs')}\n`,
  );
  console.log(`The same in processor time, of all threads\n${stageTable(near, 'cpuMs')}\n`);
  const far = await measure(bundles, delayedRuns, answerDelayMs);
  console.log(
    `By the clock, where each answer takes ${answerDelayMs} ms more, as it would on AWS: ${delayedRuns} processes\n${stageTable(far, 'atMs')}\n`,
  );
  console.log(`Resident memory, in MB\n${memoryTable(near)}`);
} finally {
  rmSync(directory, { recursive: true });
}

/** One process of each bundle in turn, so that a slow moment of the machine meets all of them. */
async function measure(
  bundles: readonly { name: string; directory: string }[],
  rounds: number,
  delayMs: number,
): Promise<MeasuredBundle[]> {
  const program = join(directory, 'program', 'cold-process.mjs');
  const measured = bundles.map(({ name }) => ({ name, starts: [] as MeasuredBundle['starts'][number][] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const [position, bundle] of bundles.entries()) {
      measured[position]?.starts.push(await runColdStart(program, bundle.directory, delayMs));
    }
  }
  return measured;
}
