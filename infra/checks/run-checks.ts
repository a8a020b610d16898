import { spawnSync } from 'node:child_process';

/** Everything that decides whether a change may land, in the order in which it is cheap to fail. */
const checks: readonly [name: string, command: string, ...words: string[]][] = [
  ['format', 'biome', 'check', '.'],
  ['lint', 'oxlint', '--deny-warnings'],
  ['types', 'tsc', '-p', '.'],
  ['types of infra', 'tsc', '-p', 'infra'],
  ['types of the page', 'tsc', '-p', 'functions/menu-import/report/page'],
  ['types of the live page', 'tsc', '-p', 'infra/local/live-page/page'],
  ['dead code', 'knip'],
  ['synth', 'cdk', 'synth', '--quiet'],
  ['tests', 'vitest', 'run'],
];

const failed = checks.filter(([name, command, ...words]) => {
  process.stdout.write(`\n== ${name}: ${[command, ...words].join(' ')}\n`);
  return spawnSync(command, words, { stdio: 'inherit' }).status !== 0;
});
process.stdout.write(`\n${failed.length === 0 ? 'All checks passed' : `Failed: ${failed.map(([name]) => name).join(', ')}`}\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
