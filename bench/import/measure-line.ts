import { writeFile } from 'node:fs/promises';
import { idealTime } from './ideal-time.ts';
import type { Line } from './lines.ts';
import { menuCounts, menuGroups, menuWorkbook } from './menu-workbook.ts';
import { type ProgramName, type ProgramOutcome, runProgram } from './run-program.ts';

/** Rows of a run that stands for a longer one. */
const sampleRows = 200;
/** Calls that an import may have in flight. */
export const connections = 32;

/** One program on one line. */
export interface Measurement {
  line: Line;
  program: ProgramName;
  /** From the upload's event, or the start of a script, to its end. */
  tookMs: number;
  /** From the first call to the last answer. */
  callsMs: number;
  isExtrapolated: boolean;
  outcome: ProgramOutcome;
}

export interface Bench {
  /** Where bundles and workbooks lie. */
  directory: string;
  /** What one call takes when nothing else is going on, by the latency that klikit was told. */
  measuredLatency: (latencyMs: number) => number;
}

/** The least time of the line's calls, see `idealTime`. */
export function idealOf(line: Line, { measuredLatency }: Bench): number {
  const { rate, halvesAfterMs = Number.POSITIVE_INFINITY } = line;
  return idealTime({
    calls: menuCounts(line.rows).calls,
    latencyMs: measuredLatency(line.latencyMs),
    connections,
    ...(rate === undefined ? {} : { cap: (atMs: number) => (atMs < halvesAfterMs ? rate.perSecond : rate.perSecond / 2) }),
  });
}

/** Runs a program on the rows of a line, or on a few of them. `undefined` where the program gave up. */
export async function measureLine(line: Line, program: ProgramName, bench: Bench): Promise<Measurement | undefined> {
  const isExtrapolated = program !== 'ours' && line.others[program] === 'extrapolated';
  const rows = isExtrapolated ? sampleRows : line.rows;
  const file = `${bench.directory}/menu-${rows}.xlsx`;
  await writeFile(file, await menuWorkbook(rows));
  const { latencyMs, rate, halvesAfterMs, losesOneIn } = line;
  try {
    const outcome = await runProgram({
      program,
      bundles: bench.directory,
      files: [file],
      merchants: 1,
      klikit: { groups: menuGroups(rows), latencyMs, ...(rate === undefined ? {} : { rate }) },
      ...(halvesAfterMs === undefined ? {} : { halvesAfterMs }),
      ...(losesOneIn === undefined ? {} : { losesOneIn }),
    });
    const factor = line.rows / rows;
    const { firstCallMs, lastCallMs } = outcome.report;
    return {
      line,
      program,
      tookMs: outcome.result.tookMs * factor,
      callsMs: (lastCallMs - firstCallMs + bench.measuredLatency(latencyMs)) * factor,
      isExtrapolated,
      outcome,
    };
  } catch {
    return undefined;
  }
}
