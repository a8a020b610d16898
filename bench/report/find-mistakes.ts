import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Read } from '../readers/reader.ts';
import type { Reader } from '../readers/readers.ts';
import { expectedValues } from '../workbooks/expected-values.ts';
import { menuRows } from '../workbooks/menu-rows.ts';
import { describeMistake } from './describe-mistake.ts';
import { type FileResult, isWrong } from './file-result.ts';

/** A line for each reader and kind of file that it reads wrongly, with an example from the smallest such file. */
export async function findMistakes(bundles: string, results: readonly FileResult[]): Promise<string[]> {
  const lines = new Map<string, string>();
  for (const result of results.toSorted((a, b) => a.workbook.rowCount - b.workbook.rowCount)) {
    const { shape, strings } = result.workbook;
    for (const measurement of result.measurements) {
      const about = `${measurement.reader.name}, ${shape.name} ${strings}`;
      if (!isWrong(result, measurement) || lines.has(about)) continue;
      lines.set(about, `${about}: ${await explain(bundles, measurement.reader, result)}`);
    }
  }
  return [...lines.values()];
}

/** Reads once more, with all values kept. */
async function explain(bundles: string, reader: Reader, { workbook, file }: FileResult): Promise<string> {
  const { read } = (await import(pathToFileURL(`${bundles}/${reader.module}.mjs`).href)) as { read: Read };
  const seen: unknown[] = [];
  await read(new Uint8Array(readFileSync(file)), (value) => seen.push(value));
  return describeMistake(expectedValues(menuRows(workbook.rowCount), workbook.shape), seen) ?? 'not when read once more';
}
