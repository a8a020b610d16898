import { beforeAll, expect, test } from 'vitest';
import { type PartResult, runSampled } from './matrix/run-parts.ts';

/** A small part of `npm run crash-matrix`, the same in every run: another part of the whole needs another seed. */
const firstSeed = 20_261_125;
const seeds = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => firstSeed + from + index);

/** Of so many seeds the two cuts are met on the way to the three. */
const cutThrice = 300;
let onTheWay: PartResult[];

beforeAll(async () => {
  onTheWay = await runSampled(3, seeds(0, cutThrice));
});

test.each([
  [2, 400],
  [3, 300],
])('an import survives %i cuts, each in the recovery from the one before, at places that seeds choose', async (depth, count) => {
  const parts = [onTheWay, await runSampled(depth, seeds(cutThrice, count))].map((byDepth) => byDepth[depth - 1]);
  const runs = parts.reduce((sum, part) => sum + (part?.runs ?? 0), 0);
  process.stdout.write(`${runs} times ${depth} cuts, by seeds from ${firstSeed} on\n`);
  expect(parts.flatMap((part) => part?.violations)).toEqual([]);
  expect(runs).toBe(count);
});
