import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
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
  test('is the handler and the worker beside it', async () => {
    const { names, outputs } = await bundled();
    expect(names).toEqual(['handler.mjs', 'workbook-worker.mjs']);
    process.stdout.write(`${names.join(' and ')}: ${outputs.map(({ bytes }) => `${Math.round(bytes / 1_000)} kB`).join(' and ')}\n`);
  });

  test('has no exceljs in either file', async () => {
    const { outputs } = await bundled();
    expect(outputs).toHaveLength(2);
    const inputs = outputs.flatMap((output) => Object.keys(output.inputs));
    expect(inputs.some((input) => input.includes('node_modules/yauzl/'))).toBe(true);
    expect(inputs.filter((input) => input.includes('node_modules/exceljs/'))).toEqual([]);
  });

  test('has the CSV parser in the worker, asleep until a CSV comes', async () => {
    const directory = await temporaryDirectory();
    const { inputs, outputs } = bundleFunction(directory);
    const [handler, worker] = ['handler.mjs', 'workbook-worker.mjs'].map(
      (name) => Object.entries(outputs).find(([path]) => path.endsWith(name))?.[1],
    );
    const parsers = (output: typeof worker) => Object.keys(output?.inputs ?? {}).filter((path) => path.includes('node_modules/csv-parse/'));
    expect(parsers(worker).length).toBeGreaterThan(0);
    expect(parsers(handler)).toEqual([]);
    const ways = Object.values(inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ original }) => original === 'csv-parse/sync');
    expect(ways.map(({ kind }) => kind)).toEqual(['dynamic-import']);
  });

  test('is the same each time, so that only a change deploys', async () => {
    expect((await bundled()).hashes).toEqual((await bundled()).hashes);
  });
});
