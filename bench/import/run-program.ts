import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { nodeOptions } from '../../infra/bundle-function.ts';
import type { ProgramResult, ProgramTask } from './programs/program.ts';
import { merchantsOf, type WorldAnswer, type WorldReport, type WorldRequest } from './world-messages.ts';

export type ProgramName = 'ours' | 'sequential' | 'p-queue';

export interface ProgramRun extends Omit<WorldRequest & { kind: 'start' }, 'kind'> {
  program: ProgramName;
  /** Where the bundled programs lie. */
  bundles: string;
  /** The workbook of each merchant. */
  files: readonly string[];
  maxConcurrency?: number;
  rounds?: number;
  /** Of Node. */
  flags?: readonly string[];
}

export interface ProgramOutcome {
  result: ProgramResult;
  report: WorldReport;
}

export const worldModule = fileURLToPath(new URL('world.ts', import.meta.url));

/** Runs one program in a process of its own against servers in another, and answers what both saw. */
export async function runProgram({
  program,
  bundles,
  files,
  maxConcurrency,
  rounds,
  flags = [],
  ...world
}: ProgramRun): Promise<ProgramOutcome> {
  const servers = fork(worldModule);
  try {
    const urls = await ask(servers, { kind: 'start', ...world });
    if (urls.kind !== 'started') throw new Error('the world did not start');
    const { klikitUrl, s3Url, secretsUrl } = urls;
    const names = merchantsOf(world.merchants);
    const task: ProgramTask = {
      klikitUrl,
      s3Url,
      secretsUrl,
      imports: files.map((file, position) => ({ merchant: names[position] ?? '', file })),
      ...(maxConcurrency === undefined ? {} : { maxConcurrency }),
      ...(rounds === undefined ? {} : { rounds }),
    };
    const result = await runBundle(`${bundles}/${program}.mjs`, task, flags);
    const answer = await ask(servers, { kind: 'report' });
    if (answer.kind !== 'report') throw new Error('the world did not report');
    return { result, report: answer.report };
  } finally {
    servers.disconnect();
  }
}

async function ask(servers: ChildProcess, request: WorldRequest): Promise<WorldAnswer> {
  servers.send(request);
  const [answer] = (await once(servers, 'message')) as [WorldAnswer];
  return answer;
}

async function runBundle(program: string, task: ProgramTask, flags: readonly string[]): Promise<ProgramResult> {
  const child = spawn(process.execPath, [...flags, program, JSON.stringify(task)], {
    env: { TZ: 'UTC', NODE_OPTIONS: nodeOptions },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (child.exitCode !== 0) throw new Error(`${program} failed`);
  return JSON.parse(output) as ProgramResult;
}
