import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { faultsOfInstallScripts } from '../../infra/checks/lock/faults-of-install-scripts.ts';
import { faultsOfLock } from '../../infra/checks/lock/faults-of-lock.ts';
import { installedPackages, type LockedPackage, readPackageLock } from '../../infra/checks/lock/package-lock.ts';

const lock = readPackageLock();
const { allowScripts } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  allowScripts: Record<string, boolean>;
};
const integrity = `sha512-${'a'.repeat(86)}==`;
const lockOf = (packages: Record<string, LockedPackage>) => ({ lockfileVersion: 3 as const, packages });

describe('the lock file', () => {
  test('names every byte that is installed, by a checksum or inside an archive that has one', () => {
    expect(faultsOfLock(lock)).toEqual([]);
  });

  test('has packages without a checksum in two archives only', () => {
    const without = installedPackages(lock).filter(([, entry]) => entry.integrity === undefined);
    expect(new Set(without.map(([place]) => place.split('/node_modules/')[0]))).toEqual(
      new Set(['node_modules/aws-cdk-lib', 'node_modules/@aws-cdk/cloud-assembly-schema']),
    );
  });

  test.each<[string, string, Partial<LockedPackage>]>([
    ['no checksum', 'node_modules/a', { integrity: undefined }],
    ['a weak checksum', 'node_modules/a', { integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
    ['a weak checksum beside a strong one', 'node_modules/a', { integrity: `${integrity} sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=` }],
    ['another registry', 'node_modules/a', { integrity, resolved: 'https://registry.example/a/-/a-1.0.0.tgz' }],
    ['a registry of a similar name', 'node_modules/a', { integrity, resolved: 'https://registry.npmjs.org.example/a/-/a-1.0.0.tgz' }],
    ['a repository', 'node_modules/a', { integrity, resolved: 'git+ssh://git@github.com/a/a.git#0123456' }],
    ['a file', 'node_modules/a', { integrity, resolved: 'file:a.tgz' }],
    ['a folder', 'node_modules/a', { link: true, resolved: 'a' }],
    ['a workspace', 'packages/a', { integrity }],
    ['a bundle that nobody is known to make', 'node_modules/b/node_modules/a', { inBundle: true }],
    ['a bundle in nothing', 'node_modules/a', { inBundle: true }],
  ])('would not pass with %s', (_, place, entry) => {
    const b = { version: '1.0.0', integrity, bundleDependencies: ['a'] };
    expect(faultsOfLock(lockOf({ 'node_modules/b': b, [place]: { version: '1.0.0', ...entry } }))).toHaveLength(1);
  });

  test('would not pass with a bundle around which there is no checksum', () => {
    const cdk = 'node_modules/aws-cdk-lib';
    const bundled = { [`${cdk}/node_modules/a`]: { version: '1.0.0', inBundle: true } };
    const around = { version: '1.0.0', integrity, bundleDependencies: ['a'] };
    expect(faultsOfLock(lockOf({ [cdk]: around, ...bundled }))).toEqual([]);
    expect(faultsOfLock(lockOf({ [cdk]: { ...around, integrity: undefined }, ...bundled }))).toHaveLength(2);
    expect(faultsOfLock(lockOf({ [cdk]: { version: '1.0.0', integrity }, ...bundled }))).toHaveLength(1);
  });

  test.each(['^1.0.0', 'latest', 'github:a/a', 'https://example.com/a.tgz'])('would not pass where package.json asks for %s', (version) => {
    expect(faultsOfLock(lockOf({ '': { version: '0.1.0', dependencies: { a: version } } }))).toHaveLength(1);
  });
});

describe('install scripts', () => {
  test('are each decided about in package.json, and nothing else is', () => {
    expect(faultsOfInstallScripts(lock, allowScripts)).toEqual([]);
  });

  test('run for the package node alone', () => {
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name])).toEqual(['node']);
  });

  test('would not pass undecided, nor decided about in vain', () => {
    const scripted = lockOf({ 'node_modules/b/node_modules/@a/a': { version: '1.0.0', integrity, hasInstallScript: true } });
    expect(faultsOfInstallScripts(scripted, { '@a/a': false })).toEqual([]);
    expect(faultsOfInstallScripts(scripted, {})).toEqual(['@a/a has an install script that nobody has decided about']);
    expect(faultsOfInstallScripts(scripted, { '@a/a': true, b: false })).toEqual([
      'b is in allowScripts, but no package of that name has an install script',
    ]);
  });
});
