import { readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { processConsole } from '../local/command-line/process-console.ts';
import { deployedPackages } from './deployed-packages.ts';
import { installedPackages, nameOfPlace, readPackageLock } from './lock/package-lock.ts';
import { deployedSbom } from './sbom/deployed-sbom.ts';

// Reads what `npm sbom` prints, and writes what of it is deployed: to stdout, or to the file of `--out`.
const { out } = parseArgs({ options: { out: { type: 'string' } } }).values;
const { name: project } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { name: string };
const lock = readPackageLock();
const installed = installedPackages(lock).map(([place, { version, dev }]) => ({
  place,
  package: `${nameOfPlace(place)}@${version}`,
  dev,
}));
const places = deployedPackages(lock);

const sbom = deployedSbom(JSON.parse(await text(process.stdin)), {
  project,
  runtime: new Set(installed.filter(({ dev }) => dev !== true).map((one) => one.package)),
  deployed: new Set(installed.filter(({ place }) => places.has(place)).map((one) => one.package)),
});
const written = `${JSON.stringify(sbom, null, 2)}\n`;
if (out === undefined) processConsole.out(written);
else writeFileSync(out, written);
