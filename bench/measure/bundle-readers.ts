import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleFunction, bundling } from '../../infra/bundle-function.ts';
import { readers } from '../readers/readers.ts';

const bench = fileURLToPath(new URL('../', import.meta.url));

/**
 * Bundles each reader, in the way the function is bundled, and the programs that measure them; beside them lies the deployed
 * worker. A bundle is what runs on Lambda; without it, the time of an import is mostly that of finding a package's files.
 */
export function bundleReaders(directory: string): void {
  bundleFunction(directory);
  buildSync({
    ...bundling,
    entryPoints: [
      ...readers.map(({ module }) => `${bench}readers/${module}.ts`),
      `${bench}measure/measure-read.ts`,
      `${bench}measure/measure-nothing.ts`,
    ],
    entryNames: '[name]',
    outdir: directory,
  });
}
