import { type CrashCase, type Variant, variants } from '../crash-case.ts';
import type { Cut } from '../cut.ts';
import { type CaseResult, runCase } from '../run-case.ts';
import { seededRandom } from '../seeded-random.ts';
import { cutsOf } from './cuts-of.ts';
import { klikits, type MatrixKlikit } from './klikits.ts';

/** What a part of the matrix came to. */
export interface PartResult {
  /** Runs with a cut in them. */
  runs: number;
  /** Each with how to see it again. */
  violations: string[];
}

/** Of several processes that share the work, this one. */
export interface Share {
  part: number;
  of: number;
}

type Importer = Parameters<typeof runCase>[1];

const allVariants = Object.keys(variants) as Variant[];

function caseOf(klikit: MatrixKlikit, variant: Variant, cuts: CrashCase['cuts'], seed = 1): CrashCase {
  const { sandbox, inDoubt, recoversAfterMs } = klikit;
  return { sandbox, inDoubt, variant, cuts, seed, ...(recoversAfterMs === undefined ? {} : { recoversAfterMs }) };
}

class Tally implements PartResult {
  runs = 0;
  readonly violations: string[] = [];

  async run(crashCase: CrashCase, importer?: Importer): Promise<CaseResult> {
    const result = await runCase(crashCase, importer);
    this.count(result);
    return result;
  }

  count({ violations, replay }: CaseResult): void {
    this.runs += 1;
    if (violations.length > 0) this.violations.push(`${replay}: ${violations.join('; ')}`);
  }
}

/** Every single cut, in each process that a run without cuts has, on every klikit and in every variant. */
async function* singleCuts(): AsyncGenerator<CrashCase> {
  for (const klikit of klikits) {
    for (const variant of allVariants) {
      const uncut = await runCase(caseOf(klikit, variant, []));
      for (const process of uncut.effects.keys()) {
        const before: undefined[] = Array.from({ length: process });
        for (const cut of cutsOf(uncut, process)) yield caseOf(klikit, variant, [...before, cut]);
      }
    }
  }
}

export async function runSingles({ part, of }: Share): Promise<PartResult> {
  const tally = new Tally();
  let number = 0;
  for await (const crashCase of singleCuts()) {
    if (number % of === part) await tally.run(crashCase);
    number += 1;
  }
  return tally;
}

/** Every pair of cuts whose second one lies in the recovery from the first: on one klikit, in one variant. */
export async function runAllPairs({ part, of }: Share): Promise<PartResult> {
  const tally = new Tally();
  const [klikit] = klikits;
  if (klikit === undefined) throw new Error('there is no klikit');
  const firsts = cutsOf(await runCase(caseOf(klikit, 'cold', [])), 0).filter((_, position) => position % of === part);
  for (const first of firsts) {
    const once = await runCase(caseOf(klikit, 'cold', [first]));
    for (const second of cutsOf(once, 1)) await tally.run(caseOf(klikit, 'cold', [first, second]));
  }
  return tally;
}

/**
 * So many cuts at the places that the seed chooses, each in the recovery from the one before, on any klikit and in any variant. Who is cut three
 * times was cut twice on the way there, by the same seed: the parts that are answered are those of one cut, of two, and so on.
 */
export async function runSampled(depth: number, seeds: readonly number[]): Promise<PartResult[]> {
  const tallies = Array.from({ length: depth }, () => new Tally());
  for (const seed of seeds) {
    const random = seededRandom(seed);
    const pick = <T>(choices: readonly T[]): T | undefined => choices[Math.floor(random() * choices.length)];
    const [klikit, variant] = [pick(klikits), pick(allVariants)];
    if (klikit === undefined || variant === undefined) throw new Error('there is nothing to choose from');
    const cuts: Cut[] = [];
    let result = await runCase(caseOf(klikit, variant, cuts, seed));
    for (const tally of tallies) {
      const next = pick(cutsOf(result, cuts.length));
      // Where nothing is left to be cut, that stays the last word of this seed.
      if (next !== undefined) {
        cuts.push(next);
        result = await runCase(caseOf(klikit, variant, [...cuts], seed));
      }
      tally.count(result);
    }
  }
  return tallies;
}

/** Runs single cuts until one shows a mistake of this importer; `undefined` where none of so many does. */
export async function firstViolation(importer: Importer): Promise<{ runs: number; violation: string } | undefined> {
  const tally = new Tally();
  // Klikits and variants by turns: what only one of them shows is not looked for behind all of the others.
  const lists = await Promise.all(
    klikits.flatMap((klikit) =>
      allVariants.map(async (variant) => {
        const uncut = await tally.run(caseOf(klikit, variant, []), importer);
        const processes = [...uncut.effects.keys()].slice(0, 2);
        const cuts = processes.flatMap((process) =>
          cutsOf(uncut, process).map((cut) => [...Array.from<undefined>({ length: process }), cut]),
        );
        return cuts.map((each) => caseOf(klikit, variant, each));
      }),
    ),
  );
  const longest = Math.max(...lists.map((list) => list.length));
  for (let position = 0; position < longest; position += 1) {
    for (const list of lists) {
      const [violation] = tally.violations;
      if (violation !== undefined) return { runs: tally.runs, violation };
      const crashCase = list[position];
      if (crashCase !== undefined) await tally.run(crashCase, importer);
    }
  }
  return undefined;
}
