import { runAllPairs, runSampled, runSingles } from './run-parts.ts';

/** One of several processes that share the matrix: runs its share of every part, and prints what each came to as a JSON line. */
const [part = 0, of = 1, sampledPairs = 0, triples = 0] = process.argv.slice(2).map(Number);
const seedsOf = (count: number, from: number) =>
  Array.from({ length: count }, (_, index) => from + index).filter((seed) => seed % of === part);

const parts = {
  singles: () => runSingles({ part, of }),
  pairs: () => runAllPairs({ part, of }),
  sampledPairs: async () => (await runSampled(2, seedsOf(sampledPairs, 1))).at(-1),
  triples: async () => (await runSampled(3, seedsOf(triples, 1_000_001))).at(-1),
};
for (const [name, run] of Object.entries(parts)) process.stdout.write(`${JSON.stringify({ name, ...(await run()) })}\n`);
