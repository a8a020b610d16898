import { isDeepStrictEqual } from 'node:util';
import type { Measurement } from '../measure/measure-file.ts';
import type { Tally } from '../measure/tally.ts';
import type { Reader } from '../readers/readers.ts';
import type { MadeWorkbook } from '../workbooks/made-workbooks.ts';

/** One workbook and what every reader made of it. */
export interface FileResult {
  workbook: MadeWorkbook;
  file: string;
  sizeBytes: number;
  expected: Tally;
  measurements: readonly Measurement[];
}

export function labelOf({ shape, strings, rowCount }: MadeWorkbook): string {
  return `${shape.name} ${strings}, ${rowCount.toLocaleString('en')}`;
}

export function isWrong({ expected }: FileResult, { reader, tally }: Measurement): boolean {
  return reader.kind !== 'floor' && !isDeepStrictEqual(tally, expected);
}

/** Time as a clock shows it, or as the processors spent it. */
export type Clock = 'readMs' | 'cpuMs';

export function fastestPeer({ measurements }: FileResult, clock: Clock): Measurement {
  const [fastest] = measurements.filter(({ reader }) => reader.kind === 'peer').toSorted((a, b) => a[clock] - b[clock]);
  if (fastest === undefined) throw new Error('no other reader was measured');
  return fastest;
}

export function measurementOf({ measurements }: FileResult, module: Reader['module']): Measurement {
  const found = measurements.find(({ reader }) => reader.module === module);
  if (found === undefined) throw new Error(`${module} was not measured`);
  return found;
}

/** The time of our reader in this thread, as a part of the fastest other one's. */
export function ratioToFastest(result: FileResult, clock: Clock): number {
  return measurementOf(result, 'ours')[clock] / fastestPeer(result, clock)[clock];
}
