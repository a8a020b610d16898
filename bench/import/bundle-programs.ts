import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { bundleFunction, bundling } from '../../infra/bundle-function.ts';

const programs = fileURLToPath(new URL('programs/', import.meta.url));

/** Bundles the programs that are compared, in the way the function is bundled; beside them lies the worker that reads workbooks. */
export function bundlePrograms(directory: string): void {
  bundleFunction(directory);
  buildSync({
    ...bundling,
    entryPoints: ['ours', 'sequential', 'p-queue'].map((name) => `${programs}${name}.ts`),
    entryNames: '[name]',
    outdir: directory,
  });
}
