import { expect, test } from 'vitest';
import { runSampled } from './matrix/run-parts.ts';

/** A small part of `npm run crash-matrix`, the same in every run: another part of the whole needs another seed. */
const firstSeed = 20_261_125;
const seeds = (count: number) => Array.from({ length: count }, (_, index) => firstSeed + index);

test.each([
  [2, 400],
  [3, 300],
])('an import survives %i cuts, each in the recovery from the one before, at places that seeds choose', async (depth, count) => {
  const { runs, violations } = await runSampled(depth, seeds(count));
  process.stdout.write(`${runs} times ${depth} cuts, by seeds from ${firstSeed} on\n`);
  expect(violations).toEqual([]);
  expect(runs).toBe(count);
});
