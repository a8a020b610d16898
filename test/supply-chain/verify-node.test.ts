import { spawnSync } from 'node:child_process';
import { constants, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anotherNode } from '../../infra/checks/another-node.ts';

const here = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const json = (path: string) => JSON.parse(readFileSync(here(path), 'utf8'));
const checksums = json('infra/checks/node-checksums.json') as {
  version: string;
  platforms: Record<string, { package: string; integrity: string; file: string; sha256: string }>;
};
const installed = here(`node_modules/node/${checksums.platforms[`${process.platform}-${process.arch}`]?.file}`);

const directory = mkdtempSync(join(tmpdir(), 'verify-node-'));
const copy = join(directory, 'node');
beforeAll(() => copyFileSync(installed, copy, constants.COPYFILE_FICLONE));
afterAll(() => rmSync(directory, { recursive: true }));

function verify(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [here('infra/checks/verify-node.mjs'), ...words], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

describe('the Node that the package node has fetched', () => {
  test('passes as it was published, and no more with one bit changed', async () => {
    expect(verify(copy)).toEqual({ status: 0, said: expect.stringContaining(checksums.version) });

    const file = await open(copy, 'r+');
    const middle = Math.floor((await file.stat()).size / 2);
    const { buffer } = await file.read(Buffer.alloc(1), 0, 1, middle);
    await file.write(Uint8Array.of((buffer[0] ?? 0) ^ 1), 0, 1, middle);
    await file.close();
    expect(verify(copy)).toEqual({ status: 1, said: expect.stringContaining('Run nothing with it') });
  });

  test('is not judged by itself, under whatever name', () => {
    expect(verify(process.execPath)).toEqual({ status: 1, said: expect.stringContaining('would be judged by itself') });
  });

  test('is refused where it is not there, and on a platform of which nothing is known', () => {
    expect(verify(join(directory, 'nothing'))).toEqual({ status: 1, said: expect.stringContaining('There is no Node to verify') });
    expect(verify(copy, 'linux-riscv64')).toEqual({ status: 1, said: expect.stringContaining('for linux-riscv64 is known') });
  });

  test('is of the version that package.json and the lock file name', () => {
    const locked = json('package-lock.json') as { packages: Record<string, { version: string }> };
    expect(json('package.json')).toMatchObject({ devDependencies: { node: checksums.version } });
    expect(locked.packages['node_modules/node']?.version).toBe(checksums.version);
  });
});

test('another Node than that of the packages is found behind it on the path', () => {
  const packages = join(directory, 'node_modules', '.bin');
  mkdirSync(packages, { recursive: true });
  writeFileSync(join(packages, 'node'), '');
  expect(anotherNode([packages, directory].join(delimiter))).toBe(copy);
});

test('where there is no other, the one that runs is the answer, which then is refused', () => {
  expect(anotherNode('/project/node_modules/.bin')).toBe(process.execPath);
});
