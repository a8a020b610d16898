/** What a program is told: where everything is, and what to import. */
export interface ProgramTask {
  klikitUrl: string;
  s3Url: string;
  secretsUrl: string;
  /** One workbook for each merchant. */
  imports: readonly { merchant: string; file: string }[];
  maxConcurrency?: number;
  /** Uploads all of it so many times, one after the other. Ours only. @default 1 */
  rounds?: number;
}

/** What it says when it is done. Times are in milliseconds. */
export interface ProgramResult {
  /** From the upload's event, or from the start of a script, to the report. */
  tookMs: number;
  /** Of each round. */
  roundsMs: number[];
  cpuMs: number;
  peakMegabytes: number;
}

/** Runs the work that the command line names, and prints what it took. */
export async function runProgram(
  work: (task: ProgramTask) => Promise<{ startedMs: number; startedCpu: NodeJS.CpuUsage; roundsMs: number[] }>,
): Promise<void> {
  const { peakMegabytes } = await import('../../measure/peak-memory.ts');
  const task = JSON.parse(process.argv[2] ?? '') as ProgramTask;
  const { startedMs, startedCpu, roundsMs } = await work(task);
  const tookMs = performance.now() - startedMs;
  const { user, system } = process.cpuUsage(startedCpu);
  const result: ProgramResult = { tookMs, roundsMs, cpuMs: (user + system) / 1_000, peakMegabytes: peakMegabytes() };
  process.stdout.write(JSON.stringify(result));
}
