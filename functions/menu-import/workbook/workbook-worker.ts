import { parentPort, workerData } from 'node:worker_threads';
import { WorkbookRefused } from './errors.ts';
import type { ReadLimits } from './limits.ts';
import { buffersOf } from './packed-workbook.ts';
import { readPackedWorkbook } from './read-workbook.ts';
import type { WorkerAnswer } from './worker-answer.ts';

const { bytes, limits } = workerData as { bytes: Uint8Array; limits: ReadLimits };

async function answer(): Promise<WorkerAnswer> {
  try {
    return { workbook: await readPackedWorkbook(bytes, limits) };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const { code, details, cause } = error;
    return { code, details, ...(cause instanceof Error ? { cause: cause.message } : {}) };
  }
}

const answered = await answer();
parentPort?.postMessage(answered, 'workbook' in answered ? buffersOf(answered.workbook) : []);
