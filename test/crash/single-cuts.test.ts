import { expect, test } from 'vitest';
import { klikits } from './matrix/klikits.ts';
import { runSingles } from './matrix/run-parts.ts';

/** A small part of `npm run crash-matrix`, the same in every run: another part of the whole needs another seed. */
test('an import survives every tenth single cut, on every klikit, in every variant', async () => {
  const singles = await runSingles({ part: 3, of: 10 });
  process.stdout.write(`${singles.runs} single cuts, on ${klikits.length} klikits\n`);
  expect(singles.violations).toEqual([]);
  expect(singles.runs).toBeGreaterThan(800);
});
