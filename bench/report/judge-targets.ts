import { median } from '../measure/median.ts';
import { type Clock, type FileResult, labelOf, measurementOf, ratioToFastest } from './file-result.ts';

const highestRatio = 0.45;
const mostMegabytes = 120;
const mostImportMs = 15;

/** A line for each target: whether it is met, and the figures that decide. Times are judged by the clock. */
export function judgeTargets(results: readonly FileResult[]): string[] {
  const largest = Math.max(...results.map(({ workbook }) => workbook.rowCount));
  const peak = highestPeak(results, largest, 'ours');
  const peakInWorker = highestPeak(results, largest, 'ours-in-worker');
  const importMs = median(results.map((result) => measurementOf(result, 'ours').importMs));
  return [
    line(within(1, results), `ahead of every JavaScript reader on every file: ${share(1, results)}`),
    line(
      within(highestRatio, results),
      `at most ${highestRatio} x the time of the fastest of them: ${share(highestRatio, results)}; ${atWorst(results)}`,
    ),
    line(
      peak <= mostMegabytes,
      `at most ${mostMegabytes} MB at ${largest.toLocaleString('en')} rows: ${whole(peak)} MB (in the worker ${whole(peakInWorker)} MB)`,
    ),
    line(importMs < mostImportMs, `import of the module under ${mostImportMs} ms: ${importMs.toFixed(1)} ms`),
  ];
}

function within(ratio: number, results: readonly FileResult[]): boolean {
  return results.every((result) => ratioToFastest(result, 'readMs') <= ratio);
}

function share(ratio: number, results: readonly FileResult[]): string {
  const count = (clock: Clock): number => results.filter((result) => ratioToFastest(result, clock) <= ratio).length;
  return `on ${count('readMs')} of ${results.length} (in processor time on ${count('cpuMs')})`;
}

function atWorst(results: readonly FileResult[]): string {
  const worst = results.reduce((a, b) => (ratioToFastest(a, 'readMs') < ratioToFastest(b, 'readMs') ? b : a));
  return `at worst ${ratioToFastest(worst, 'readMs').toFixed(2)} x, on ${labelOf(worst.workbook)} rows`;
}

function highestPeak(results: readonly FileResult[], rowCount: number, module: string): number {
  const peaks = results
    .filter(({ workbook }) => workbook.rowCount === rowCount)
    .map((result) => measurementOf(result, module).peakMegabytes);
  return Math.max(...peaks);
}

function whole(figure: number): string {
  return figure.toFixed(0);
}

function line(met: boolean, target: string): string {
  return `${met ? 'met   ' : 'missed'}  ${target}`;
}
