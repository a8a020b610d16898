import { expect, test } from 'vitest';
import { plantBug } from './planted/plant-bug.ts';
import { plantedBugs } from './planted/planted-bugs.ts';
import { runProcessCuts } from './processes/process-cuts.ts';

test('an import survives SIGKILL and SIGSTOP, as a process among real servers', async () => {
  const { runs, violations } = await runProcessCuts((_, position) => position % 13 === 0);
  process.stdout.write(`${runs} single cuts of real processes\n`);
  expect(violations).toEqual([]);
  expect(runs).toBeGreaterThan(10);
});

test.each(plantedBugs.map((bug) => [bug.name, bug] as const))(
  'the mistake "%s" can still be planted, for the matrix to find',
  async (_, bug) => {
    expect(await plantBug(bug)).toBeTypeOf('function');
  },
);
