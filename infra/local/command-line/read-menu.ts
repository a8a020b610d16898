import type { Issue } from '../../../functions/menu-import/issues/issue.ts';
import { makeIssue } from '../../../functions/menu-import/issues/make-issue.ts';
import { WorkbookRefused } from '../../../functions/menu-import/workbook/errors.ts';
import type { ReadLimits } from '../../../functions/menu-import/workbook/limits.ts';
import { readWorkbookInWorker } from '../../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import type { Workbook } from '../../../functions/menu-import/workbook/workbook.ts';

/** Reads a workbook as the function does, in a worker that can be stopped; a refusal is a value. */
export async function readAsFunctionDoes(bytes: Uint8Array, limits: ReadLimits): Promise<{ workbook: Workbook } | { refusal: Issue }> {
  try {
    return { workbook: await readWorkbookInWorker(bytes, limits) };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { refusal: makeIssue({ code: error.code, params: error.details }) };
    throw error;
  }
}
