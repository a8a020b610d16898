import { findPlantedBugs } from '../planted/find-planted-bugs.ts';
import { runProcessCuts } from '../processes/process-cuts.ts';
import { klikits } from './klikits.ts';
import type { PartResult } from './run-parts.ts';
import { runShares } from './run-shares.ts';

/** `npm run crash-matrix`: an import of eight rows, cut wherever it can be cut. Prints what was run, and everything that must not be. */
const cores = 2;
const sampledPairs = 5_000;
const triples = 5_000;

const seconds = () => Math.round(performance.now() / 1_000);
const say = (line: string) => process.stdout.write(`${line}\n`);
const failures: string[] = [];
const tell = (what: string, { runs, violations }: PartResult) => {
  say(`${String(runs).padStart(7)}  ${what}: ${violations.length === 0 ? 'no violation' : `${violations.length} VIOLATIONS`}`);
  failures.push(...violations);
};

say(`klikit: ${klikits.map(({ name }) => name).join(' · ')}`);
const parts = await runShares(cores, sampledPairs, triples);
const descriptions: Record<string, string> = {
  singles: 'single cuts, every effect, on every klikit, in every variant',
  pairs: 'pairs, every one whose second cut is in the recovery, on the klikit that honours keys',
  sampledPairs: `pairs by seeds 1 to ${sampledPairs}, on any klikit, in any variant`,
  triples: `triples by seeds 1000001 to ${1_000_000 + triples}, on any klikit, in any variant`,
};
for (const [name, result] of parts) tell(descriptions[name] ?? name, result);
tell('single cuts by SIGKILL and SIGSTOP, of real processes over real sockets', await runProcessCuts());

let [planted, found] = [0, 0];
for await (const bug of findPlantedBugs()) {
  planted += 1;
  if (bug.found !== undefined) found += 1;
  say(`${bug.found === undefined ? 'MISSED ' : 'found  '}  ${bug.name}${bug.found === undefined ? '' : `, in ${bug.found.runs} runs`}`);
}
say(`planted bugs found: ${found} of ${planted}`);
if (found < planted) failures.push(`${planted - found} planted bugs were missed`);

for (const failure of failures.slice(0, 20)) say(failure);
say(`${failures.length === 0 ? 'The matrix is green' : `${failures.length} FAILURES`}, after ${seconds()} s`);
process.exitCode = failures.length === 0 ? 0 : 1;
