import { describe, expect, test } from 'vitest';
import { klikits } from './matrix/klikits.ts';
import { type PartResult, runSampled, runSingles } from './matrix/run-parts.ts';
import { plantBug } from './planted/plant-bug.ts';
import { plantedBugs } from './planted/planted-bugs.ts';
import { runProcessCuts } from './processes/process-cuts.ts';

/** A small part of `npm run crash-matrix`, the same in every run: another part of the whole needs another seed. */
const firstSeed = 20_261_125;
const seeds = (count: number) => Array.from({ length: count }, (_, index) => firstSeed + index);

function show(what: string, { runs }: PartResult): void {
  process.stdout.write(`${runs} ${what}\n`);
}

describe('an import', () => {
  test('survives every tenth single cut, on every klikit, in every variant', async () => {
    const singles = await runSingles({ part: 3, of: 10 });
    show(`single cuts, on ${klikits.length} klikits`, singles);
    expect(singles.violations).toEqual([]);
    expect(singles.runs).toBeGreaterThan(800);
  });

  test.each([
    [2, 400],
    [3, 300],
  ])('survives %i cuts, each in the recovery from the one before, at places that seeds choose', async (depth, count) => {
    const sampled = await runSampled(depth, seeds(count));
    show(`times ${depth} cuts, by seeds from ${firstSeed} on`, sampled);
    expect(sampled.violations).toEqual([]);
    expect(sampled.runs).toBe(count);
  });

  test('survives SIGKILL and SIGSTOP, as a process among real servers', async () => {
    const struck = await runProcessCuts((_, position) => position % 13 === 0);
    show('single cuts of real processes', struck);
    expect(struck.violations).toEqual([]);
    expect(struck.runs).toBeGreaterThan(10);
  });
});

test.each(plantedBugs.map((bug) => [bug.name, bug] as const))(
  'the mistake "%s" can still be planted, for the matrix to find',
  async (_, bug) => {
    expect(await plantBug(bug)).toBeTypeOf('function');
  },
);
