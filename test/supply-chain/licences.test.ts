import { describe, expect, test } from 'vitest';
import { isAllowed, judgeLicences, unusedExceptions } from '../../infra/checks/licences/judge-licences.ts';
import type { LockedPackage } from '../../infra/checks/lock/package-lock.ts';

const allowed = new Set(['MIT', 'Zlib', 'ISC']);
const place = 'node_modules/b/node_modules/@a/a';

function judge(entry: Partial<LockedPackage>, deployed: string[] = []) {
  const lock = { lockfileVersion: 3 as const, packages: { '': { version: '0.1.0' }, [place]: { version: '1.0.0', ...entry } } };
  return judgeLicences(lock, new Set(deployed));
}

describe('a licence', () => {
  test.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'GPL-2.0 OR ISC', '(MIT AND Zlib)', 'GPL-2.0 OR MIT AND Zlib'])(
    'is allowed: %s',
    (expression) => {
      expect(isAllowed(expression, allowed)).toBe(true);
    },
  );

  test.each([
    'GPL-3.0-or-later',
    '(MIT AND GPL-2.0)',
    'SEE LICENSE IN LICENSE.txt',
    'UNLICENSED',
    'mit',
    '',
    'MIT AND (Zlib OR GPL-2.0)',
    'MIT WITH Some-exception',
  ])('is not: %s', (expression) => {
    expect(isAllowed(expression, allowed)).toBe(false);
  });

  test('is judged for what the package does', () => {
    expect(judge({ license: 'MPL-2.0', dev: true })).toEqual([{ name: '@a/a', version: '1.0.0', licence: 'MPL-2.0', role: 'tool' }]);
    expect(judge({ license: 'MPL-2.0' })).toMatchObject([
      { role: 'dependency', fault: expect.stringContaining('@a/a@1.0.0 (dependency) has the licence MPL-2.0') },
    ]);
    // Whatever the lock file says: what is in a bundle is deployed.
    expect(judge({ license: 'MPL-2.0', dev: true }, [place])).toMatchObject([{ role: 'deployed', fault: expect.any(String) }]);
    expect(judge({ license: 'MIT' }, [place])).toEqual([{ name: '@a/a', version: '1.0.0', licence: 'MIT', role: 'deployed' }]);
  });

  test('that is missing is a fault, but for what is excepted, and then only while it is not deployed', () => {
    expect(judge({})).toMatchObject([{ licence: 'none', fault: expect.any(String) }]);
    const packages = { 'node_modules/buffers': { version: '0.1.1' } };
    const judged = judgeLicences({ lockfileVersion: 3, packages }, new Set());
    expect(judged).toEqual([{ name: 'buffers', version: '0.1.1', licence: 'none', role: 'dependency' }]);
    expect(judgeLicences({ lockfileVersion: 3, packages }, new Set(['node_modules/buffers']))).toMatchObject([
      { fault: expect.any(String) },
    ]);
    expect([unusedExceptions(judged), unusedExceptions([])]).toEqual([[], ['buffers@0.1.1']]);
  });
});
