import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePrograms } from './import/bundle-programs.ts';
import { menuGroups, menuWorkbook } from './import/menu-workbook.ts';
import { runProgram } from './import/run-program.ts';
import { merchantsOf } from './import/world-messages.ts';
import { median } from './measure/median.ts';
import { describeMachine } from './report/describe-machine.ts';
import { table } from './report/table.ts';

/** The last one is as much as a workbook may hold: 20,000 rows, two of them headers. */
const rowCounts = [1_000, 2_000, 5_000, 10_000, 19_998];
const latencyMs = 20;

/** V8 collects when it has to; so it has to where the old part of the heap may hold 128 MB and the young one 24. */
const smallHeap = ['--max-old-space-size=128', '--max-semi-space-size=8'];

const againRows = 2_000;

const merchants = 50;
const merchantRows = 200;
const merchantCap = 20;

const directory = mkdtempSync(join(tmpdir(), 'bench-growth-'));
try {
  console.log(`Growth\n${describeMachine()}\n`);
  bundlePrograms(directory);
  console.log(`One import, no cap, ${latencyMs} ms: what grows with the rows`);
  console.log(await growthTable());
  console.log(`\n${await importedAgain()}`);
  console.log(
    `\n${merchants} merchants at once in one process, ${merchantRows} rows each, ${merchantCap} calls a second each, ${latencyMs} ms`,
  );
  console.log(await manyMerchants());
} finally {
  rmSync(directory, { recursive: true });
}

async function growthTable(): Promise<string> {
  const rows: string[][] = [];
  for (const count of rowCounts) {
    const file = `${directory}/menu-${count}.xlsx`;
    await writeFile(file, await menuWorkbook(count));
    const run = {
      program: 'ours',
      bundles: directory,
      files: [file],
      merchants: 1,
      klikit: { groups: menuGroups(count), latencyMs },
    } as const;
    const { result, report } = await runProgram(run);
    const small = await runProgram({ ...run, flags: smallHeap });
    rows.push([
      String(count),
      (result.tookMs / 1_000).toFixed(2),
      (result.tookMs / count).toFixed(3),
      (result.cpuMs / count).toFixed(3),
      result.peakMegabytes.toFixed(0),
      small.result.peakMegabytes.toFixed(0),
      (small.result.cpuMs / count).toFixed(3),
      String(report.ledgerObjects),
      (report.ledgerObjects / count).toFixed(4),
    ]);
  }
  return table(
    ['rows', 'whole s', 'ms a row', 'CPU ms a row', 'peak MB', 'in a small heap', 'CPU ms a row there', 'ledger puts', 'ledger puts a row'],
    rows,
  );
}

/** What a file costs that was imported before: as a merchant uploads it twice, and as every night brings it. */
async function importedAgain(): Promise<string> {
  const file = `${directory}/menu-${againRows}.xlsx`;
  await writeFile(file, await menuWorkbook(againRows));
  const run = {
    program: 'ours',
    bundles: directory,
    files: [file],
    merchants: 1,
    klikit: { groups: menuGroups(againRows), latencyMs },
  } as const;
  const [once, twice] = [await runProgram(run), await runProgram({ ...run, rounds: 2 })];
  const [firstMs = 0, secondMs = 0] = twice.result.roundsMs;
  const more = (count: (outcome: typeof once) => number) => count(twice) - count(once);
  return [
    `${againRows} rows, and the same file again: ${(firstMs / 1_000).toFixed(2)} s, then ${(secondMs / 1_000).toFixed(2)} s`,
    `${more(({ report }) => report.calls)} calls of klikit more, ${more(({ report }) => report.ledgerObjects)} ledger puts more, ${more(({ result }) => result.cpuMs).toFixed(0)} ms of CPU more`,
  ].join('; ');
}

async function manyMerchants(): Promise<string> {
  const names = merchantsOf(merchants);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = `${directory}/${name}.xlsx`;
      await writeFile(file, await menuWorkbook(merchantRows, name));
      return file;
    }),
  );
  const { result, report } = await runProgram({
    program: 'ours',
    bundles: directory,
    files,
    merchants,
    klikit: {
      groups: menuGroups(merchantRows),
      latencyMs,
      rate: { perSecond: merchantCap, window: 'sliding', headers: false, retryAfter: 'seconds' },
    },
  });
  const { creates } = report;
  const perSecond = creates.map(({ calls, tookMs }) => calls / (tookMs / 1_000));
  const counts = `${creates.length} merchants, ${report.calls} calls, 429: ${((100 * report.refused) / report.calls).toFixed(2)} %`;
  return [
    `calls a second of each merchant, from its first call to its last: median ${median(perSecond).toFixed(1)}, slowest ${Math.min(...perSecond).toFixed(1)}, cap ${merchantCap}`,
    `all from upload to report: ${(result.tookMs / 1_000).toFixed(1)} s; ${counts}, entries twice: ${report.duplicates}, peak ${result.peakMegabytes.toFixed(0)} MB`,
  ].join('\n');
}
