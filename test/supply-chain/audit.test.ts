import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type AcceptedAdvisory, acceptedAdvisories } from '../../infra/checks/audit/accepted-advisories.ts';
import { judgeAdvisories } from '../../infra/checks/audit/judge-advisories.ts';
import { readAnswer } from '../../infra/checks/audit/read-answer.ts';
import type { PackageLock } from '../../infra/checks/lock/package-lock.ts';

const recorded = (name: string) => readFileSync(new URL(`audit-answers/${name}.json`, import.meta.url), 'utf8');
/** What npm 11 printed about compress-commons and xlsx, with an advisory about crc32-stream that was made up. */
const printed = recorded('three-vulnerable');
const names =
  'adler-32 buffer-crc32 cfb codepage compress-commons crc-32 crc32-stream frac inherits normalize-path readable-stream safe-buffer ssf string_decoder util-deprecate wmf word xlsx';
const lock: PackageLock = {
  lockfileVersion: 3,
  packages: {
    '': { version: '1.0.0' },
    ...Object.fromEntries(names.split(' ').map((name) => [`node_modules/${name}`, { version: '1.0.0' }])),
  },
};

type Printed = {
  vulnerabilities: Record<string, { severity: string; nodes: string[]; via: unknown[] }>;
  metadata: { vulnerabilities: Record<string, number> };
};

/** The recorded answer with something about it changed. */
function changed(change: (answer: Printed) => void): string {
  const answer = JSON.parse(printed) as Printed;
  change(answer);
  return JSON.stringify(answer);
}

describe('an answer of npm audit', () => {
  test('is complete as npm prints it', () => {
    expect(readAnswer(printed, lock)).toMatchObject({ complete: true });
  });

  const nothing = { vulnerabilities: {}, metadata: { vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: 0 } } };
  test('is complete without anything found, too', () => {
    const answer = JSON.stringify({ auditReportVersion: 2, ...nothing, metadata: { ...nothing.metadata, dependencies: { total: 18 } } });
    expect(readAnswer(answer, lock)).toMatchObject({ complete: true });
  });

  test.each<[string, string, string]>([
    ['nothing', '', 'printed nothing'],
    ['a blank line', '\n', 'printed nothing'],
    ['half of it', printed.slice(0, -200), 'did not print JSON'],
    ['words', 'found 0 vulnerabilities\n', 'did not print JSON'],
    ['what it prints where the registry has no audit', recorded('no-endpoint'), 'failed: 405 Method Not Allowed'],
    [
      'an error without a message',
      '{"error":{"code":"ENOLOCK","summary":"This command requires an existing lockfile."}}',
      'failed: ENOLOCK',
    ],
    ['an empty object', '{}', 'something else than its report'],
    ['null', 'null', 'something else than its report'],
    ['a report of another version', printed.replace('"auditReportVersion": 2', '"auditReportVersion": 3'), '(auditReportVersion)'],
    ['a report of fewer packages', printed.replace('"total": 18', '"total": 0'), 'looked at 0 packages, the lock file has 18'],
    ['one that counts more than it lists', changed(({ vulnerabilities }) => delete vulnerabilities['xlsx']), 'not what it counts'],
    [
      'one that plays something down',
      changed(({ vulnerabilities }) => Object.assign(vulnerabilities['xlsx'] ?? {}, { severity: 'low' })),
      'not what it counts',
    ],
    [
      'a severity that is not known',
      changed(({ vulnerabilities }) => Object.assign(vulnerabilities['xlsx'] ?? {}, { severity: 'dire' })),
      '(vulnerabilities.xlsx.severity)',
    ],
    [
      'one about a package elsewhere',
      changed(({ vulnerabilities }) => Object.assign(vulnerabilities['xlsx'] ?? {}, { nodes: ['node_modules/z'] })),
      'names node_modules/z',
    ],
    [
      'one that leaves the cause out',
      changed(({ vulnerabilities }) => Object.assign(vulnerabilities['xlsx'] ?? {}, { via: ['z'] })),
      'names z',
    ],
  ])('is not complete if npm prints %s', (_, text, why) => {
    expect(readAnswer(text, lock)).toEqual({ complete: false, why: expect.stringContaining(why) });
  });
});

describe('an advisory', () => {
  const prototype = 'GHSA-4r6h-8v6p-xvw6';
  const slow = 'GHSA-5pgg-2g8v-p4x9';
  const accept = (id: string, until: string): AcceptedAdvisory => ({ id, package: 'xlsx', reason: 'Only benchmarks.', until });

  function failing(deployed: string[], accepted: AcceptedAdvisory[], today = '2026-12-01', text = printed): string[] {
    const read = readAnswer(text, lock);
    if (!read.complete) throw new Error(read.why);
    return judgeAdvisories(read.answer, { deployed: new Set(deployed), accepted, today }).flatMap(({ id, fails }) => (fails ? [id] : []));
  }

  test('that is high fails wherever the package is', () => {
    expect(failing([], [])).toEqual([prototype, slow]);
  });

  test('that is moderate fails where the package itself is deployed', () => {
    expect(failing(['node_modules/crc32-stream'], [])).toContain('GHSA-aaaa-bbbb-cccc');
    // It depends on the one that is meant.
    expect(failing(['node_modules/compress-commons'], [])).not.toContain('GHSA-aaaa-bbbb-cccc');
  });

  test('passes while it is accepted, until the last day is over', () => {
    const accepted = [accept(prototype, '2026-12-31'), accept(slow, '2027-05-31')];
    expect(failing([], accepted, '2026-12-31')).toEqual([]);
    expect(failing([], accepted, '2027-01-01')).toEqual([prototype]);
  });

  test('is accepted for one package, not for another', () => {
    expect(failing([], [{ ...accept(prototype, '2027-05-31'), package: 'cfb' }])).toContain(prototype);
  });

  test('without an id of GitHub goes by its number', () => {
    expect(failing([], [], '2026-12-01', printed.replace(`advisories/${slow}`, 'advisories/other'))).toEqual([prototype, '1108111']);
  });

  test('is accepted by name, with a reason and a last day', () => {
    for (const { id, reason, until } of acceptedAdvisories) {
      expect(id).toMatch(/^GHSA(?:-[0-9a-z]{4}){3}$/);
      expect(until).toMatch(/^20\d\d-(?:0[1-9]|1[0-2])-(?:[0-2]\d|3[01])$/);
      expect(reason.length).toBeGreaterThan(20);
    }
  });
});
