import { median } from '../measure/median.ts';
import { readers } from '../readers/readers.ts';
import { type Clock, type FileResult, fastestPeer, isWrong, labelOf, measurementOf, ratioToFastest } from './file-result.ts';

const columns = ['MB', ...readers.map(({ name }) => name), 'ours / fastest of the others'];
const labelWidth = 27;

/** The names of the columns; only times have the last one. */
export function timeHeader(): string {
  return tableLine('rows x 20 columns', columns);
}

export function memoryHeader(): string {
  return tableLine('rows x 20 columns', columns.slice(0, -1));
}

export function importHeader(): string {
  return tableLine('', ['', ...columns.slice(1, -1)]);
}

/** The times of all readers on one file, and how ours compares. */
export function timeLine(result: FileResult, clock: Clock): string {
  const times = result.measurements.map((each) => `${each[clock].toFixed(0)}${isWrong(result, each) ? '*' : ''}`);
  const ratio = `${ratioToFastest(result, clock).toFixed(2)} of ${fastestPeer(result, clock).reader.name}`;
  return tableLine(labelOf(result.workbook), [sizeOf(result), ...times, ratio]);
}

export function memoryLine(result: FileResult): string {
  const peaks = result.measurements.map(({ peakMegabytes }) => peakMegabytes.toFixed(0));
  return tableLine(labelOf(result.workbook), [sizeOf(result), ...peaks]);
}

/** An import does not depend on the file that is read afterwards. */
export function importLine(results: readonly FileResult[]): string {
  const times = readers.map(({ module }) => median(results.map((result) => measurementOf(result, module).importMs)).toFixed(1));
  return tableLine('', ['', ...times]);
}

function sizeOf({ sizeBytes }: FileResult): string {
  return (sizeBytes / 1_000_000).toFixed(1);
}

/** The label, then each cell under the name of its column, to the right. */
function tableLine(label: string, cells: readonly string[]): string {
  return label.padEnd(labelWidth) + cells.map((cell, position) => cell.padStart((columns[position]?.length ?? 0) + 2)).join('');
}
