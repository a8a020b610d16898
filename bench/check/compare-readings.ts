import type { Read } from '../readers/reader.ts';
import { readers } from '../readers/readers.ts';
import { describeMistake } from '../report/describe-mistake.ts';

export interface Readings {
  /** The readers that see the same cells in both. */
  same: string[];
  /** The readers that read our file wrongly, so that they cannot tell. */
  unfit: string[];
  differences: string[];
}

/** Lets every reader read the real file and ours, which holds these values. */
export async function compareReadings(real: Uint8Array, made: Uint8Array, expected: readonly unknown[]): Promise<Readings> {
  const readings: Readings = { same: [], unfit: [], differences: [] };
  for (const { module, name } of readers.filter(({ kind }) => kind !== 'floor')) {
    const { read } = (await import(`../readers/${module}.ts`)) as { read: Read };
    const ofMade = await valuesOf(read, made);
    const difference = describeMistake(ofMade, await valuesOf(read, real));
    if (describeMistake(expected, ofMade) !== undefined) readings.unfit.push(name);
    else if (difference === undefined) readings.same.push(name);
    else readings.differences.push(`${name} sees other cells: ${difference}`);
  }
  return readings;
}

async function valuesOf(read: Read, bytes: Uint8Array): Promise<unknown[]> {
  const values: unknown[] = [];
  await read(bytes, (value) => values.push(value));
  return values;
}
