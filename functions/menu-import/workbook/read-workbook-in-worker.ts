import { Worker } from 'node:worker_threads';
import type { PhraseCode } from '../issues/phrases/en.ts';
import { WorkbookRefused } from './errors.ts';
import { defaultReadLimits, type ReadLimits } from './limits.ts';
import { unpackWorkbook } from './unpack-workbook.ts';
import type { Workbook } from './workbook.ts';
import type { WorkerAnswer, WorkerTask } from './worker-answer.ts';

// Beside the sources lies a source; beside the bundle lies a bundle.
const workerFile = new URL(import.meta.url.endsWith('.ts') ? './workbook-worker.ts' : './workbook-worker.mjs', import.meta.url);

/**
 * Reads a workbook in a thread that is ended past the limits of time and memory, so that no file can hang or exhaust the
 * function. Throws `WorkbookRefused`.
 */
export function readWorkbookInWorker(bytes: Uint8Array, limits: ReadLimits = defaultReadLimits): Promise<Workbook> {
  return readIn(startWorker(limits), bytes, limits);
}

/**
 * The same, with the thread of the first workbook started at once: it takes longer to start than a menu takes to read, and does so while
 * the file is fetched. Each workbook has a thread of its own all the same.
 */
export function readerStartedAhead(limits: ReadLimits): (bytes: Uint8Array) => Promise<Workbook> {
  let ahead: Worker | undefined = startWorker(limits);
  // Nobody waits for it, and should it not start, the one that is started for the file says why.
  ahead.unref();
  ahead.on('error', () => undefined);
  ahead.once('exit', () => {
    ahead = undefined;
  });
  return (bytes) => {
    const worker = ahead ?? startWorker(limits);
    ahead = undefined;
    worker.ref();
    return readIn(worker, bytes, limits);
  };
}

function startWorker({ maxMemoryMegabytes }: ReadLimits): Worker {
  return new Worker(workerFile, {
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMegabytes },
    // Neither the flags of this process nor its environment, which holds credentials, are any business of a file's.
    execArgv: [],
    env: {},
  });
}

function readIn(worker: Worker, bytes: Uint8Array, limits: ReadLimits): Promise<Workbook> {
  const { maxSeconds, maxMemoryMegabytes } = limits;
  return new Promise<Workbook>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(exceeded('limit_seconds', maxSeconds));
      void worker.terminate();
    }, maxSeconds * 1_000);

    worker.once('message', (answer: WorkerAnswer) => {
      if ('workbook' in answer) resolve(unpackWorkbook(answer.workbook));
      else reject(new WorkbookRefused(answer.code, answer.details, answer.cause === undefined ? {} : { cause: new Error(answer.cause) }));
    });
    worker.once('error', (error: unknown) => {
      const outOfMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(outOfMemory ? exceeded('limit_megabytes', maxMemoryMegabytes) : error);
    });
    worker.once('exit', () => {
      clearTimeout(timer);
      // Has no effect where an answer came first.
      reject(new WorkbookRefused('damaged_workbook'));
    });
    worker.postMessage({ bytes, limits } satisfies WorkerTask);
  });
}

function exceeded(limit: PhraseCode, allowed: number): WorkbookRefused {
  const seen = { phrase: 'more_than' as const, params: { number: allowed } };
  return new WorkbookRefused('limit_exceeded', { limit: { phrase: limit }, allowed, seen });
}
