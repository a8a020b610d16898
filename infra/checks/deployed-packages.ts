import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { bundleFunction } from '../bundle-function.ts';
import { bundleSweep } from '../bundle-sweep.ts';
import type { PackageLock } from './lock/package-lock.ts';

const page = fileURLToPath(new URL('../../functions/menu-import/report/page/report-page.ts', import.meta.url));

/**
 * The places, as in the lock file, of the packages that something deployed has a file of: the functions, which are bundled here as they are
 * for a deploy, and the script in every `report.html`.
 */
export function deployedPackages(lock: PackageLock): Set<string> {
  const directory = mkdtempSync(join(tmpdir(), 'menu-import-deployed-'));
  try {
    const { metafile: ofPage } = buildSync({ entryPoints: [page], bundle: true, write: false, metafile: true, logLevel: 'error' });
    const made = [bundleFunction(join(directory, 'import')), bundleSweep(join(directory, 'sweep')), ofPage];
    return new Set(made.flatMap((metafile) => placesOf(metafile, lock)));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** `node_modules/a/node_modules/b` of `node_modules/a/node_modules/b/index.js`. What is judged by this list must be in it under its own name. */
function placesOf({ inputs }: Metafile, { packages }: PackageLock): string[] {
  return Object.keys(inputs)
    .filter((file) => file.includes('node_modules/'))
    .map((file) => {
      const place = /^node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
      if (place === undefined || packages[place] === undefined) throw new Error(`${file} is deployed, but of no package in the lock file`);
      return place;
    });
}
