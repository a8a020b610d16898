import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { anotherNode } from './another-node.ts';

type Check = readonly [name: string, command: string, ...words: string[]];

/** Everything that decides whether a change may land, in the order in which it is cheap to fail. */
const checks: readonly Check[] = [
  ['the package node', anotherNode(), 'infra/checks/verify-node.mjs'],
  ['format', 'biome', 'check', '.'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['types', 'tsc', '-p', '.'],
  ['types of infra', 'tsc', '-p', 'infra'],
  ['types of the page', 'tsc', '-p', 'functions/menu-import/report/page'],
  ['types of the live page', 'tsc', '-p', 'infra/local/live-page/page'],
  ['types of the upload page', 'tsc', '-p', 'infra/upload-page/page'],
  ['dead code', 'knip'],
  ['licences', 'node', 'infra/checks/list-licences.ts', '--faults'],
  ['synth', 'cdk', 'synth', '--quiet'],
];
/** Much of what these do is wait, so the others run beside them. */
const tests: Check = ['tests', 'vitest', 'run'];

const failed: string[] = [];

/** Runs one of them, and shows what it printed when it is over: two at once would talk into each other. */
async function run([name, command, ...words]: Check): Promise<void> {
  const child = spawn(command, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve).once('error', () => resolve(null)));
  const [out, err, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  process.stdout.write(`\n== ${name}: ${[command, ...words].join(' ')}\n${out}${err}`);
  if (status !== 0) failed.push(name);
}

async function runOneByOne(some: readonly Check[]): Promise<void> {
  for (const check of some) await run(check);
}

await Promise.all([runOneByOne(checks), run(tests)]);
process.stdout.write(`\n${failed.length === 0 ? 'All checks passed' : `Failed: ${failed.join(', ')}`}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
