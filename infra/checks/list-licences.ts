import { processConsole } from '../local/command-line/process-console.ts';
import { deployedPackages } from './deployed-packages.ts';
import { judgeLicences, unusedExceptions } from './licences/judge-licences.ts';
import { readPackageLock } from './lock/package-lock.ts';

// Prints every package with its licence, what is deployed first; `--faults` prints only what is wrong. Fails where a licence is not allowed.
const lock = readPackageLock();
const judged = judgeLicences(lock, deployedPackages(lock));
const faults = [
  ...judged.flatMap(({ fault }) => fault ?? []),
  ...unusedExceptions(judged).map((package_) => `${package_} is not installed any more: remove its exception`),
];

const lines = (['deployed', 'dependency', 'tool'] as const).flatMap((role) =>
  judged.filter((one) => one.role === role).map(({ name, version, licence }) => `${role}\t${licence}\t${name}@${version}`),
);
const shown = process.argv.includes('--faults') ? [] : lines;
const deployed = judged.filter(({ role }) => role === 'deployed').length;
const verdict = faults.length === 0 ? 'every licence is allowed' : `${faults.length} not allowed`;
processConsole.out([...shown, ...faults, `${judged.length} packages, ${deployed} of them deployed: ${verdict}`, ''].join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
