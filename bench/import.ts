import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { bundlePrograms } from './import/bundle-programs.ts';
import { costsTable, type LineResults, timesTable } from './import/import-tables.ts';
import { judgeImport } from './import/judge-import.ts';
import { type Line, lines } from './import/lines.ts';
import { measureLatency } from './import/measure-latency.ts';
import { type Bench, type Measurement, measureLine } from './import/measure-line.ts';
import type { ProgramName } from './import/run-program.ts';
import { describeMachine } from './report/describe-machine.ts';

/** Those that run beside others start one after the other, for a start is work, and a cap is found in the first second. */
const startsApartMs = 1_500;
/** After so long only those are left that do next to nothing. */
const mostSlowAreOverMs = 60_000;

const directory = mkdtempSync(join(tmpdir(), 'bench-import-'));
const only = process.argv[2] ?? '';
try {
  await compareImports(lines.filter(({ name }) => name.includes(only)));
} finally {
  rmSync(directory, { recursive: true });
}

async function compareImports(chosen: readonly Line[]): Promise<void> {
  console.log(`Importing workbooks\n${describeMachine()}\n`);
  bundlePrograms(directory);
  const latencies = new Map<number, number>();
  for (const latencyMs of new Set(chosen.map((line) => line.latencyMs))) latencies.set(latencyMs, await measureLatency(latencyMs));
  const bench: Bench = { directory, measuredLatency: (latencyMs) => latencies.get(latencyMs) ?? latencyMs };
  console.log([...latencies].map(([told, measured]) => `A call to a klikit of ${told} ms takes ${measured.toFixed(1)} ms.`).join('\n'));

  const measurements: Measurement[] = [];
  const measure = async ({ line, program }: Job) => {
    const measurement = await measureLine(line, program, bench);
    if (measurement !== undefined) measurements.push(measurement);
  };
  const jobs = chosen.flatMap(jobsOf);
  const together = (company: Line['company'], afterMs: number) =>
    jobs
      .filter((job) => job.company === company)
      .map((job, position) => sleep(afterMs + position * startsApartMs).then(() => measure(job)));
  await Promise.all([...together('slow', 0), ...together('paced', chosen.length === lines.length ? mostSlowAreOverMs : 0)]);
  for (const job of jobs.filter(({ company }) => company === 'alone')) await measure(job);

  const results = new Map(
    chosen.map((line): [Line, LineResults] => [
      line,
      new Map(measurements.filter((measurement) => measurement.line === line).map((measurement) => [measurement.program, measurement])),
    ]),
  );
  console.log(
    '\nTime. "calls": from the first call to the last answer; "whole": from the event of the upload to the report. ~ measured on 200 rows',
  );
  console.log(timesTable(results, bench));
  console.log('\nCost, and how many entries are in klikit twice afterwards');
  console.log(costsTable(results));
  console.log(`\nTargets\n${judgeImport(results, bench).join('\n')}`);
}

interface Job {
  line: Line;
  program: ProgramName;
  company: Line['company'];
}

/** Every program that a line measures. Sampling scripts make one call after the other, so they disturb nobody. */
function jobsOf(line: Line): Job[] {
  const others = Object.entries(line.others) as [ProgramName, 'all' | 'extrapolated'][];
  return [
    { line, program: 'ours', company: line.isOursAlone === true ? 'alone' : line.company },
    ...others.map(([program, measured]): Job => {
      return { line, program, company: measured === 'extrapolated' && program === 'sequential' ? 'slow' : line.company };
    }),
  ];
}
