import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { nodeOptions } from '../../infra/bundle-function.ts';
import { firstInvocation } from './durable-service.ts';
import type { Moment, ProcessReport } from './moment.ts';
import { startWorld } from './start-world.ts';

/** The moments of one cold start that are measured, in their order. Times count from the start of the process. */
export interface ColdStart {
  /** The process runs JavaScript. */
  started: Moment;
  /** The handler and all that it imports is evaluated. */
  loaded: Moment;
  /** The first request to AWS leaves. */
  awsCalled: Moment;
  /** The request for the uploaded file leaves: the execution and the ledger know of the import. */
  fileAsked: Moment;
  /** The first call has arrived at klikit. */
  klikitCalled: Moment;
  peakMegabytes: number;
}

/** Starts a process that imports one workbook by the bundle in that directory, and tells how it began. `program` is `cold-process.ts`. */
export async function runColdStart(program: string, bundle: string, answerDelayMs: number): Promise<ColdStart> {
  const world = await startWorld(answerDelayMs);
  try {
    const spawnedAtMs = performance.timeOrigin + performance.now();
    const child = spawn(process.execPath, [program, `${bundle}/handler.mjs`, JSON.stringify(firstInvocation(world.event))], {
      env: { ...world.environment, NODE_OPTIONS: nodeOptions },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    // What the function logs comes before what the program tells.
    const { started, loaded, requests, peakMegabytes, status } = JSON.parse(output.split('\n').at(-1) ?? '') as ProcessReport;
    if (status !== 'SUCCEEDED') throw new Error(`the execution ended ${status}: ${output}`);

    const awsCalled = requests[0];
    const fileAsked = requests.find(({ path }) => path.startsWith('/uploads/'));
    const klikitCalled = requests.find(({ origin }) => origin === world.klikitUrl);
    if (awsCalled === undefined || fileAsked === undefined || klikitCalled === undefined) throw new Error('a request is missing');
    const sinceSpawn = (moment: Moment): Moment => ({ ...moment, atMs: moment.atMs - spawnedAtMs });
    return {
      started: sinceSpawn(started),
      loaded: sinceSpawn(loaded),
      awsCalled: sinceSpawn(awsCalled),
      fileAsked: sinceSpawn(fileAsked),
      klikitCalled: sinceSpawn({ ...klikitCalled, atMs: Math.max(klikitCalled.atMs, world.firstCallAtMs()) }),
      peakMegabytes,
    };
  } finally {
    await world.close();
  }
}
