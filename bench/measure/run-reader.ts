import { spawnSync } from 'node:child_process';
import type { Tally } from './tally.ts';

/** One reading of one file by one reader in a process of its own. */
export interface Run {
  importMs: number;
  /** From bytes in memory to the last cell seen. */
  readMs: number;
  /** The same in processor time, of all threads. */
  cpuMs: number;
  peakMegabytes: number;
  tally: Tally;
}

const longestMs = 120_000;

/** Starts a bundled program and answers what it prints. Its clock is UTC, and nothing of this process's settings reaches it. */
export function runBundle(program: string, words: readonly string[]): unknown {
  const child = spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env: { TZ: 'UTC' }, timeout: longestMs });
  if (child.status !== 0) throw new Error(`${program} ${words.join(' ')} failed`, { cause: child.error ?? new Error(child.stderr) });
  return JSON.parse(child.stdout);
}

export function runReader(bundles: string, readerModule: string, file: string): Run {
  return runBundle(`${bundles}/measure-read.mjs`, [`${bundles}/${readerModule}.mjs`, file]) as Run;
}
