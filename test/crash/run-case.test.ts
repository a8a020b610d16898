import { describe, expect, test } from 'vitest';
import type { CrashCase } from './crash-case.ts';
import type { Cut } from './cut.ts';
import { madeUpImporter, type Plant } from './made-up-importer.ts';
import { MemoryBucket } from './memory-bucket.ts';
import { runCase } from './run-case.ts';
import { uploadMenus } from './scenario.ts';
import { VirtualClock } from './virtual-clock.ts';

const [upload] = uploadMenus(new MemoryBucket(new VirtualClock(), { keepsVersions: true }), 1);
if (upload === undefined) throw new Error('the scenario has a menu');
const importerWith = (plant?: Plant) => madeUpImporter(upload.expected, plant);

const uncut: CrashCase = { sandbox: 'honoured', inDoubt: 'resend', variant: 'cold', cuts: [], seed: 1 };

/** Every violation over all cuts of the first process, without what differs from case to case. */
async function violationsOfAllCuts(crashCase: CrashCase, plant?: Plant): Promise<Set<string>> {
  const found = new Set<string>();
  const { effects } = await runCase(crashCase, importerWith(plant));
  const cuts = effects[0]?.flatMap(({ cutKinds }, index) => cutKinds.map((kind): Cut => ({ at: index + 1, kind }))) ?? [];
  for (const cut of cuts) {
    const { violations } = await runCase({ ...crashCase, cuts: [cut] }, importerWith(plant));
    for (const violation of violations) found.add(violation.replaceAll(/"[^"]*"|\d+(, \d+)*/g, '_'));
  }
  return found;
}

describe('a case', () => {
  test('without a cut tells what happened, and how to see it again', async () => {
    const { violations, effects, calls, reports, replay } = await runCase(uncut, importerWith());
    expect(violations).toEqual([]);
    expect(effects.map((process) => process.length)).toEqual([17, 5]);
    expect(effects[0]?.map(({ name }) => name)).toContain('put ledger/demo/keys.json');
    expect(calls).toHaveLength(8);
    expect(reports[0]?.summary).toMatchObject({ created: 5, failed: 3 });
    expect(replay).toBe('runCase({"sandbox":"honoured","inDoubt":"resend","variant":"cold","cuts":[],"seed":1})');
  });

  test('runs the same way every time', async () => {
    const crashCase: CrashCase = {
      ...uncut,
      variant: 'duplicate',
      cuts: [
        { at: 6, kind: 'stalled_before' },
        { at: 7, kind: 'timed_out' },
      ],
      seed: 42,
    };
    const [one, other] = [await runCase(crashCase, importerWith()), await runCase(crashCase, importerWith())];
    expect(one.effects).toEqual(other.effects);
    expect(one.reports).toEqual(other.reports);
    expect(one.calls).toEqual(other.calls);
  });

  test('differs with its seed', async () => {
    const [one, other] = [await runCase(uncut, importerWith()), await runCase({ ...uncut, seed: 2 }, importerWith())];
    expect(one.reports).not.toEqual(other.reports);
  });

  test('can have a second cut, in the recovery from the first', async () => {
    const first: Cut = { at: 8, kind: 'before' };
    const { effects } = await runCase({ ...uncut, cuts: [first] }, importerWith());
    const recovery = effects[1]?.map(({ name }) => name) ?? [];
    const second: Cut = { at: recovery.indexOf('POST menus/items') + 1, kind: 'applied_no_answer' };
    const pair = await runCase({ ...uncut, cuts: [first, second] }, importerWith());
    expect(pair.violations).toEqual([]);
    expect(pair.effects).toHaveLength(4);
    const cutShort = pair.effects[1]?.map(({ name }) => name) ?? [];
    expect(cutShort.length).toBeLessThan(recovery.length);
    expect(cutShort).toEqual(recovery.slice(0, cutShort.length));
  });

  test('of an importer that never ends says so', async () => {
    const { violations } = await runCase(uncut, () => Promise.resolve({ kind: 'more', pauseSeconds: 1 }));
    expect(violations.join('\n')).toMatch(/there was no rest: NeverQuiet/);
  });

  test('of an importer that only throws says what', async () => {
    const { violations } = await runCase(uncut, () => {
      throw new RangeError('a slip');
    });
    expect(violations.join('\n')).toMatch(/a slice threw RangeError: a slip at .*run-case\.test\.ts/);
  });
});

describe('an importer that writes its keys down', () => {
  test.each<Partial<CrashCase>>([
    {},
    { variant: 'warm', seed: 2 },
    { variant: 'duplicate', seed: 3 },
    { sandbox: { forgetAfterMs: 600_000 } },
  ])('is harmed by no cut where klikit honours keys: %o', async (more) => {
    expect([...(await violationsOfAllCuts({ ...uncut, ...more }))]).toEqual([]);
  });

  test('may create twice where klikit ignores keys, unless it is told not to send again', async () => {
    const free = await violationsOfAllCuts({ ...uncut, sandbox: 'ignored' });
    expect([...free].join('\n')).not.toMatch(/was created/);
    const told = await violationsOfAllCuts({ ...uncut, sandbox: 'ignored', inDoubt: 'report' });
    expect([...told].join('\n')).toMatch(/_ was created _ times/);
  });

  test('creates twice where it comes back after the keys have been forgotten', async () => {
    const late = await violationsOfAllCuts({ ...uncut, recoversAfterMs: 25 * 3_600_000 });
    expect([...late].join('\n')).toMatch(/_ was created _ times/);
  });
});

describe('an importer that', () => {
  test.each<[Plant, RegExp]>([
    ['new_key_each_time', /_ was created _ times/],
    ['boasts', /is created as _, which is not in klikit/],
    ['leaks', /a credential is in the log/],
    ['asks_again', /calls were made for events that were done with/],
  ])('%s is found out', async (plant, violation) => {
    expect([...(await violationsOfAllCuts(uncut, plant))].join('\n')).toMatch(violation);
  });
});
