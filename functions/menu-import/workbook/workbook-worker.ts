import { once } from 'node:events';
import { parentPort } from 'node:worker_threads';
import { WorkbookRefused } from './errors.ts';
import { buffersOf } from './packed-workbook.ts';
import { readPackedWorkbook } from './read-workbook.ts';
import type { WorkerAnswer, WorkerTask } from './worker-answer.ts';

async function answer({ bytes, limits }: WorkerTask): Promise<WorkerAnswer> {
  try {
    return { workbook: await readPackedWorkbook(bytes, limits) };
  } catch (error) {
    if (!(error instanceof WorkbookRefused)) throw error;
    const { code, details, cause } = error;
    return { code, details, ...(cause instanceof Error ? { cause: cause.message } : {}) };
  }
}

if (parentPort === null) throw new Error('the reader of workbooks is a thread of another program');
// The thread may have been started before there was a file.
const [task] = (await once(parentPort, 'message')) as [WorkerTask];
const answered = await answer(task);
parentPort.postMessage(answered, 'workbook' in answered ? buffersOf(answered.workbook) : []);
