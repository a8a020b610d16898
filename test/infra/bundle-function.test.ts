import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bytesByPackage, loadedWith, outputNamed } from '../../infra/bundle-contents.ts';
import { bundleFunction } from '../../infra/bundle-function.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function bundled() {
  const directory = await temporaryDirectory();
  const { outputs } = bundleFunction(directory);
  const names = (await readdir(directory)).toSorted();
  const files = await Promise.all(names.map((name) => readFile(join(directory, name))));
  const hashes = files.map((bytes) => createHash('sha256').update(bytes).digest('hex'));
  return { outputs: Object.values(outputs), names, hashes };
}

describe('the bundle', () => {
  test('is the handler and the worker, and beside them what they share or import on demand', async () => {
    const { names, outputs } = await bundled();
    expect(names).toEqual(expect.arrayContaining(['handler.mjs', 'workbook-worker.mjs']));
    // `handler.ts` finds its worker beside itself, and parts find each other.
    expect(names.filter((name) => !/^[\w-]+\.mjs$/.test(name))).toEqual(['report-page.css', 'report-page.js']);
    expect(outputs).toHaveLength(names.length - 2);
  });

  test('has the CSV parser beside the worker, asleep until a CSV comes', async () => {
    const metafile = bundleFunction(await temporaryDirectory());
    const [handler = [], worker = []] = ['handler.mjs', 'workbook-worker.mjs'].map((name) => [
      ...bytesByPackage(metafile, loadedWith(metafile, outputNamed(metafile, name))).keys(),
    ]);
    expect(worker).toContain('yauzl');
    expect([...handler, ...worker]).not.toContain('csv-parse');
    expect([...bytesByPackage(metafile, Object.keys(metafile.outputs)).keys()]).toContain('csv-parse');
    const ways = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ original }) => original === 'csv-parse/sync');
    expect(ways.map(({ kind }) => kind)).toEqual(['dynamic-import']);
  });

  test('is the same each time, so that only a change deploys', async () => {
    expect((await bundled()).hashes).toEqual((await bundled()).hashes);
  });
});
