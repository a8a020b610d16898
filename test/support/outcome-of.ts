import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { defaultReadLimits, type ReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbookInWorker } from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { sheetValues } from './sheet-values.ts';

/** What becomes of a file in the worker: a workbook, or a refusal. Throws what is neither. */
export async function outcomeOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<Workbook | WorkbookRefused> {
  try {
    return await readWorkbookInWorker(bytes, { ...defaultReadLimits, maxSeconds: 5, ...limits });
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
}

/** What a file holds in the worker, or that it was refused; but not because the time was over, which is no better than to hang. */
export async function valuesOrRefused(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<unknown> {
  const outcome = await outcomeOf(bytes, limits);
  if (!(outcome instanceof WorkbookRefused)) return sheetValues(outcome);
  const { code, details } = outcome;
  const isNamed = code === 'damaged_workbook' || code === 'forbidden_doctype' || code === 'limit_exceeded';
  return isNamed && details['limit'] !== 'the time to read it in seconds' ? 'refused' : { code, details };
}
