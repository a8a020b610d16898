import { afterAll } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { defaultReadLimits, type ReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { bundledReader } from './bundled-reader.ts';
import { sheetValues } from './sheet-values.ts';

interface Outcome {
  reason: string;
  milliseconds: number;
}

const outcomes: Outcome[] = [];

/** What becomes of a file in the worker that is deployed: a workbook, or a refusal. Throws what is neither. */
export async function outcomeOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Workbook | WorkbookRefused> {
  const start = performance.now();
  const outcome = await readOrRefuse(bytes, limits);
  outcomes.push({ reason: outcome instanceof WorkbookRefused ? outcome.code : 'read', milliseconds: performance.now() - start });
  return outcome;
}

/** Prints, when the tests of a file are done, what became of the files that they made. */
export function printOutcomes(about: string): void {
  afterAll(() => {
    const counts = Object.entries(Object.groupBy(outcomes, ({ reason }) => reason)).map(([reason, all]) => `${reason} ${all?.length}`);
    const slowest = Math.round(Math.max(0, ...outcomes.map(({ milliseconds }) => milliseconds)));
    process.stdout.write(`${about}: ${outcomes.length} files in the worker (${counts.join(', ')}); slowest ${slowest} ms\n`);
  });
}

async function readOrRefuse(bytes: Uint8Array, limits: Partial<ReadLimits>): Promise<Workbook | WorkbookRefused> {
  try {
    const { readWorkbookInWorker } = await bundledReader();
    return await readWorkbookInWorker(bytes, { ...defaultReadLimits, maxSeconds: 5, ...limits });
  } catch (error) {
    // The bundle has a class of its own.
    if (!(error instanceof Error) || error.name !== 'WorkbookRefused') throw error;
    const { code, details } = error as WorkbookRefused;
    return new WorkbookRefused(code, { ...details });
  }
}

/** What a file holds in the worker, or that it was refused; but not because the time was over, which is no better than to hang. */
export async function valuesOrRefused(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<unknown> {
  const outcome = await outcomeOf(bytes, limits);
  if (!(outcome instanceof WorkbookRefused)) return sheetValues(outcome);
  const { code, details } = outcome;
  const isNamed = code === 'damaged_workbook' || code === 'forbidden_doctype' || code === 'limit_exceeded';
  const { limit } = details;
  const isTime = typeof limit === 'object' && 'phrase' in limit && limit.phrase === 'limit_seconds';
  return isNamed && !isTime ? 'refused' : { code, details };
}
