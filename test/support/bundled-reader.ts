import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild';
import type * as Reader from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import { bundling } from '../../infra/bundle-function.ts';

const source = fileURLToPath(new URL('../../functions/menu-import/workbook/', import.meta.url));
let reader: Promise<typeof Reader> | undefined;

/**
 * The reader with its worker, bundled as it is deployed. A worker that has to strip the types of its sources loads a WebAssembly module each time, and V8 crashes now and then
 * where hundreds of threads do so in one process (nodejs/node#64500); on Lambda there are neither sources nor WebAssembly.
 */
export function bundledReader(): Promise<typeof Reader> {
  reader ??= bundle();
  return reader;
}

async function bundle(): Promise<typeof Reader> {
  const directory = mkdtempSync(join(tmpdir(), 'menu-import-reader-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  buildSync({ ...bundling, entryPoints: [`${source}read-workbook-in-worker.ts`, `${source}workbook-worker.ts`], outdir: directory });
  return (await import(pathToFileURL(join(directory, 'read-workbook-in-worker.mjs')).href)) as typeof Reader;
}
