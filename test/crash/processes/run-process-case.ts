import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { importId } from '../../../functions/menu-import/import-request.ts';
import { parseEvent } from '../../../functions/menu-import/parse-event.ts';
import { reportKey } from '../../../functions/menu-import/report/store-report.ts';
import { startS3Server } from '../../../infra/local/s3/start-s3-server.ts';
import { startKlikitSandbox } from '../../../infra/local/sandbox/start-klikit-sandbox.ts';
import { startSecretsServer } from '../../../infra/local/secrets/start-secrets-server.ts';
import type { ExpectedRow } from '../invariants/end-state.ts';
import { findViolations } from '../invariants.ts';
import { credentials, groups, merchant } from '../scenario.ts';
import { Gate, type GateCut } from './gate.ts';

export interface ProcessCase {
  /** The bundle of `importer-process.ts`. */
  program: string;
  workbook: Uint8Array;
  rows: readonly ExpectedRow[];
  cut: GateCut | undefined;
}

export interface ProcessCaseResult {
  violations: string[];
  /** How many requests the first process made. */
  requests: number;
}

const buckets = { uploads: 'uploads', results: 'results' };

/** Small enough that whoever takes over waits for two seconds, and that eight rows are several chunks. */
const settings = {
  UPLOADS_BUCKET: buckets.uploads,
  RESULTS_BUCKET: buckets.results,
  DEFAULT_CURRENCY: 'IDR',
  SEND_WINDOW_MS: '1000',
  REQUEST_TIMEOUT_MS: '500',
  CLOCK_MARGIN_MS: '100',
  CHUNK_SIZE: '3',
  MAX_CONCURRENCY: '2',
};

/** One import by real processes over real sockets: the first is struck at one of its requests, a fresh one comes after it, and then one more. */
export async function runProcessCase({ program, workbook, rows, cut }: ProcessCase): Promise<ProcessCaseResult> {
  const directory = await mkdtemp(join(tmpdir(), 'menu-import-processes-'));
  const closers: (() => unknown)[] = [() => rm(directory, { recursive: true, force: true })];
  try {
    const { partnerKey, secretKey } = credentials;
    const events: unknown[] = [];
    const klikit = await startKlikitSandbox({ credentials: { [partnerKey]: secretKey }, groups });
    closers.push(klikit.close);
    const secret = JSON.stringify({ partner_key: partnerKey, secret_key: secretKey });
    const secrets = await startSecretsServer({ secrets: new Map([[`klikit/${merchant}`, secret]]) });
    closers.push(secrets.close);
    const s3 = await startS3Server({
      directory,
      buckets: [{ name: buckets.uploads, notify: true }, { name: buckets.results }],
      onObjectCreated: (event) => void events.push(event),
    });
    closers.push(s3.close);

    const owner = new S3Client({
      endpoint: s3.url,
      region: 'us-east-1',
      credentials: { accessKeyId: 'owner', secretAccessKey: 'owner' },
    });
    await owner.send(new PutObjectCommand({ Bucket: buckets.uploads, Key: `uploads/${merchant}/menu.xlsx`, Body: workbook }));
    owner.destroy();
    const [event] = events;
    const [request] = parseEvent(event, buckets.uploads).requests;
    if (request === undefined) throw new Error('the upload made no event');

    let running: ChildProcess | undefined;
    const rest = Promise.withResolvers<void>();
    const gate = new Gate(async (kind) => {
      running?.kill(kind.startsWith('frozen') ? 'SIGSTOP' : 'SIGKILL');
      if (kind.startsWith('frozen')) await rest.promise;
    });
    closers.push(() => gate.close());
    const [klikitUrl, secretsUrl, s3Url] = [await gate.before(klikit.url), await gate.before(secrets.url), await gate.before(s3.url)];
    const logLines: string[] = [];
    const start = (): ChildProcess => {
      const words = [program, JSON.stringify(event), JSON.stringify({ ...settings, KLIKIT_API_URL: klikitUrl }), s3Url, secretsUrl];
      const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
      for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => logLines.push(chunk.toString()));
      closers.push(() => child.kill('SIGKILL'));
      return child;
    };

    gate.arm(cut);
    const first = start();
    running = first;
    const firstEnded = ended(first);
    const struck = await Promise.race([firstEnded, stopped(first)]);
    const requests = gate.count;
    const violations = cut === undefined || gate.hasCut ? [] : ['the cut befell nothing'];
    // After its last answer a process may be faster than the signal.
    const isLate = cut?.kind === 'answered_then_killed' && struck === 0;
    if (isKill(cut) && struck !== 'SIGKILL' && !isLate) violations.push(`the first process was to be killed, and ended with ${struck}`);
    gate.arm(undefined);
    if (cut === undefined && struck !== 0) violations.push(`the first process ended with ${struck}: ${logLines.join('')}`);

    const recovery = await ended(start());
    if (recovery !== 0) violations.push(`the process that came after it ended with ${recovery}: ${logLines.join('')}`);
    // Who stood still goes on, and finds that the world has gone on without it.
    rest.resolve();
    first.kill('SIGCONT');
    await firstEnded;
    const calls = klikit.calls().length;
    const replay = await ended(start());
    if (replay !== 0) violations.push(`the process that had nothing to do ended with ${replay}`);
    if (klikit.calls().length > calls) violations.push('calls were made for an event that was done with');

    violations.push(
      ...findViolations({
        puts: gate.seen.flatMap(({ method, path, body, status }, stamp) => {
          const [key = ''] = path.replace(`/${buckets.results}/`, '').split('?');
          return method === 'PUT' && path.startsWith(`/${buckets.results}/`) && status === 200
            ? [{ stamp, key, body: plainBody(body) }]
            : [];
        }),
        calls: gate.seen.flatMap(({ method, path, body, status, idempotencyKey }, stamp) =>
          path.startsWith('/v1/partner/')
            ? [{ stamp, method, path, body, status, ...(idempotencyKey === undefined ? {} : { idempotencyKey }) }]
            : [],
        ),
        klikit: klikit.state(),
        logLines,
        imports: [{ reportKey: reportKey(merchant, importId(request)), rows }],
        credentials,
        promises: { nothingTwice: true, everythingKnown: true, undisturbed: cut === undefined },
      }),
    );
    return { violations, requests };
  } finally {
    for (const closer of closers.toReversed()) await closer();
  }
}

function isKill(cut: GateCut | undefined): boolean {
  return cut !== undefined && ['before', 'applied_no_answer', 'answered_then_killed'].includes(cut.kind);
}

function ended(child: ChildProcess): Promise<number | string | null> {
  return new Promise((resolve) => {
    child.once('close', (status, signal) => resolve(status ?? signal));
  });
}

/** Node hears nothing of a process that stands still, so it is asked for. */
async function stopped(child: ChildProcess): Promise<'stopped' | 'gone'> {
  while (child.exitCode === null && child.signalCode === null) {
    const status = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
    if (/\) T /.test(status)) return 'stopped';
    await sleep(20);
  }
  return 'gone';
}

/** The SDK sends bodies in chunks with their sizes between them, where it adds a checksum behind. */
function plainBody(body: string): string {
  const chunked = /^[0-9a-f]+\r\n([\s\S]*)\r\n0\r\n/.exec(body);
  return chunked?.[1] ?? body;
}
