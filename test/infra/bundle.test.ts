import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesByPackage, loadedWith, outputNamed } from '../../infra/bundle-contents.ts';
import { bundleFunction } from '../../infra/bundle-function.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

/** All of it; and less the writer of workbooks, which is loaded when a report is written. */
const mostBytes = 1_700_000;
const mostBytesWithoutWriter = 1_300_000;

const directory = await mkdtemp(join(tmpdir(), 'menu-import-bundle-'));
afterAll(() => rm(directory, { recursive: true }));

const metafile = bundleFunction(directory);
const outputs = Object.values(metafile.outputs);
const packagesOf = (files: readonly string[]) => [...bytesByPackage(metafile, files).keys()];
const all = packagesOf(Object.keys(metafile.outputs));
/** What is loaded before anything happens, and before a workbook is read. */
const filesWithHandler = loadedWith(metafile, outputNamed(metafile, 'handler.mjs'));
const withHandler = packagesOf(filesWithHandler);
const withWorker = packagesOf(loadedWith(metafile, outputNamed(metafile, 'workbook-worker.mjs')));

/** By name, in the order of the names. */
async function filesIn(place: string): Promise<[string, Buffer][]> {
  const names = (await readdir(place)).toSorted();
  return Promise.all(names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(place, name))]));
}

describe('what is deployed', () => {
  test('is the handler and the worker, and beside them what they share or import on demand', async () => {
    const names = await readdir(directory);
    expect(names).toEqual(expect.arrayContaining(['handler.mjs', 'workbook-worker.mjs']));
    // `handler.ts` finds its worker beside itself, and parts find each other.
    expect(names.filter((name) => !/^[\w-]+\.mjs$/.test(name)).toSorted()).toEqual(['report-page.css', 'report-page.js']);
    expect(outputs).toHaveLength(names.length - 2);
  });

  test('has at most 1.7 MB, of which 0.4 write the workbook of a report', async () => {
    const files = await filesIn(directory);
    const bytes = ([, content]: [string, Buffer]) => content.byteLength;
    const size = files.map(bytes).reduce((sum, one) => sum + one, 0);
    expect(size).toBeLessThanOrEqual(mostBytes);
    const writers = files.filter(([name]) => name.startsWith('workbook-writer')).map(bytes);
    expect(writers).toHaveLength(1);
    expect(size - (writers[0] ?? 0)).toBeLessThanOrEqual(mostBytesWithoutWriter);
  });

  test('is the same each time, so that only a change deploys', async () => {
    const again = await temporaryDirectory();
    bundleFunction(again);
    const hashesIn = async (place: string) =>
      (await filesIn(place)).map(([name, content]) => [name, createHash('sha256').update(content).digest('hex')]);
    expect(await hashesIn(again)).toEqual(await hashesIn(directory));
  });

  test('has everything in it but what only reads workbooks with exceljs', () => {
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.some((input) => input.includes('node_modules/exceljs/lib/stream/xlsx/workbook-writer.js'))).toBe(true);
    expect(inputs.filter((input) => /node_modules\/(?:unzipper|jszip|fast-csv|readable-stream)\//.test(input))).toEqual([]);
  });

  test('needs nothing but Node: the AWS SDK is in it', () => {
    const outside = outputs.flatMap(({ imports }) => imports).filter(({ external }) => external === true);
    expect(outside.filter(({ path }) => !isBuiltin(path))).toEqual([]);
    expect(withHandler).toEqual(expect.arrayContaining(['@aws-sdk/client-s3', '@aws-sdk/client-secrets-manager']));
    expect(all).toContain('@aws-sdk/client-lambda');
  });
});

describe('a cold start', () => {
  test('loads nothing that writes workbooks: that is for a report that is written', () => {
    expect(all).toContain('exceljs');
    expect(withHandler).not.toContain('exceljs');
    expect(withWorker).not.toContain('exceljs');
  });

  test('leaves the CSV parser asleep until a CSV comes', () => {
    expect(withWorker).toContain('yauzl');
    expect([...withHandler, ...withWorker]).not.toContain('csv-parse');
    expect(all).toContain('csv-parse');
    const ways = Object.values(metafile.inputs)
      .flatMap(({ imports }) => imports)
      .filter(({ original }) => original === 'csv-parse/sync');
    expect(ways.map(({ kind }) => kind)).toEqual(['dynamic-import']);
  });

  test('loads no way to get credentials but that of Lambda, the environment', () => {
    const ways = (packages: readonly string[]) => packages.filter((name) => /\/(?:credential-provider-|nested-clients)/.test(name));
    expect(ways(withHandler).toSorted()).toEqual(['@aws-sdk/credential-provider-env', '@aws-sdk/credential-provider-node']);
    expect(ways(all).length).toBeGreaterThan(5);
  });

  test('loads 15 KB at most to send metrics', () => {
    const powertools = [...bytesByPackage(metafile, filesWithHandler)].filter(([name]) => name.startsWith('@aws-lambda-powertools/'));
    expect(powertools.map(([name]) => name).toSorted()).toEqual(['@aws-lambda-powertools/commons', '@aws-lambda-powertools/metrics']);
    expect(powertools.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(15_000);
  });

  test('loads no second client for HTTP, as Node does where `node:http` is imported', () => {
    const imported = outputs.flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(imported).toContain('node:https');
    expect(imported.filter((path) => ['node:http', 'http'].includes(path))).toEqual([]);
  });
});
