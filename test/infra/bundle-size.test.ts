import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bytesByPackage, loadedWith, outputNamed } from '../../infra/bundle-contents.ts';
import { bundleFunction } from '../../infra/bundle-function.ts';

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

describe('what is deployed', () => {
  test('has at most 1.7 MB, of which 0.4 write the workbook of a report', async () => {
    const names = await readdir(directory);
    const sizes = await Promise.all(names.map(async (name) => (await stat(join(directory, name))).size));
    expect(names).toHaveLength(outputs.length + ['report-page.css', 'report-page.js'].length);
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(all).toBeLessThanOrEqual(mostBytes);
    expect(all - (sizes[names.findIndex((name) => name.startsWith('workbook-writer'))] ?? 0)).toBeLessThanOrEqual(mostBytesWithoutWriter);
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
