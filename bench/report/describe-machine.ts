import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import type { FileResult } from './file-result.ts';

/** With nothing else to do, the processors collect garbage and compile beside a reader: they work longer than the clock runs. */
const quietRatio = 1;

/** What the figures are measured on. */
export function describeMachine(): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const gigabytes = (totalmem() / 1_000_000_000).toFixed(0);
  return (
    `${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${process.platform} ${process.arch}, ${model}, ` +
    `${availableParallelism()} cores, ${gigabytes} GB, load before the run ${(loadavg()[0] ?? 0).toFixed(1)}`
  );
}

/** Whether others used the machine meanwhile, and so whether the times are worth keeping. */
export function describeBusyness(results: readonly FileResult[]): string {
  const all = results.flatMap(({ measurements }) => measurements);
  const ratio = all.reduce((sum, { readMs }) => sum + readMs, 0) / all.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
  const verdict = ratio <= quietRatio ? 'the machine was left alone' : 'BUSY, trust the processor time only';
  return `By the clock, all readings took ${ratio.toFixed(2)} x their processor time: ${verdict}.`;
}
