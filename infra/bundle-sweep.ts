import { fileURLToPath } from 'node:url';
import { buildSync, type Metafile } from 'esbuild';
import { bundling } from './bundle-function.ts';

/** Bundles the sweep into a directory: `handler.mjs`, and the parts that are imported on demand. Answers what each file is made of. */
export function bundleSweep(directory: string): Metafile {
  return buildSync({
    ...bundling,
    entryPoints: { handler: fileURLToPath(new URL('../functions/upload-sweep/handler.ts', import.meta.url)) },
    splitting: true,
    outdir: directory,
    metafile: true,
  }).metafile;
}
