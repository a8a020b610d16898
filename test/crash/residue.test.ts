import { describe, expect, test } from 'vitest';
import type { CrashCase } from './crash-case.ts';
import { cutsOf } from './matrix/cuts-of.ts';
import { runCase } from './run-case.ts';
import { settings } from './scenario.ts';

const hourMs = 3_600_000;
const klikit = { sandbox: { forgetAfterMs: 24 * hourMs }, variant: 'cold', seed: 1, recoversAfterMs: 1_000 } as const;

/** Freezes the process between its look at the clock and its send, at each create in turn. Others take over; then it wakes. */
async function frozenAtEachCreate(more: Pick<CrashCase, 'inDoubt'>, wakesAfterMs: number) {
  const uncut = await runCase({ ...klikit, ...more, cuts: [] });
  const creates = cutsOf(uncut, 0).filter(
    ({ at, kind }) => kind === 'stalled_before' && uncut.effects[0]?.[at - 1]?.name === 'POST menus/items',
  );
  const results = await Promise.all(creates.map((cut) => runCase({ ...klikit, ...more, cuts: [{ ...cut, wakesAfterMs }] })));
  return results.map(({ calls, violations }) => {
    const made = calls.filter(({ path, status }) => path.endsWith('/items') && status === 201).map(({ body }) => body);
    // Within its memory klikit repeats its first answer, so a body that came twice is not made twice.
    return { sentAgain: made.length - new Set(made).size, violations };
  });
}

/** What README says is left, and nothing else. */
describe('a process that freezes between its look at the clock and its send', () => {
  test('does no harm where it wakes while klikit remembers its key', async () => {
    const results = await frozenAtEachCreate({ inDoubt: 'resend' }, hourMs);
    expect(results.length).toBeGreaterThan(3);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test('makes twice what was in its hands where it wakes when klikit has forgotten the keys, and others have sent it again: that is what is left', async () => {
    const uncut = await runCase({ ...klikit, inDoubt: 'resend', cuts: [] });
    const at = (uncut.effects[0]?.findIndex(({ name }) => name === 'POST menus/items') ?? 0) + 1;
    const late: CrashCase = { ...klikit, inDoubt: 'resend', cuts: [{ at, kind: 'stalled_before', wakesAfterMs: 25 * hourMs }] };
    const { entries } = await runCase(late);
    const titles = entries.map(({ title }) => title['en']);
    const twice = titles.length - new Set(titles).size;
    expect(twice).toBeGreaterThan(0);
    expect(twice).toBeLessThanOrEqual(settings.maxConcurrency);
  });

  test('makes nothing twice, however late it wakes, where nothing in doubt is sent again', async () => {
    const results = await frozenAtEachCreate({ inDoubt: 'report' }, 25 * hourMs);
    expect(results.length).toBeGreaterThan(3);
    expect(results.flatMap(({ violations }) => violations)).toEqual([]);
    expect(results.every(({ sentAgain }) => sentAgain === 0)).toBe(true);
  });
});
