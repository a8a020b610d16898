import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';
import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';
import { startSecretsServer } from '../../infra/local/secrets/start-secrets-server.ts';
import { merchantsOf, type WorldAnswer, type WorldReport, type WorldRequest } from './world-messages.ts';

/** S3, Secrets Manager and klikit in a process of their own, told what to do by the one that started it. */
const directory = await mkdtemp(join(tmpdir(), 'bench-world-'));
let report: (() => Promise<WorldReport>) | undefined;

async function start({ klikit, merchants, halvesAfterMs, losesOneIn }: WorldRequest & { kind: 'start' }): Promise<WorldAnswer> {
  const names = merchantsOf(merchants);
  const credentials = Object.fromEntries(names.map((name) => [`partner-${name}`, 'secret']));
  const sandbox = await startKlikitSandbox({ ...klikit, credentials });
  if (losesOneIn !== undefined) losesAnswers(sandbox, losesOneIn);
  if (halvesAfterMs !== undefined) halvesAfterFirstCall(klikit, sandbox, halvesAfterMs);
  const secretOf = (name: string) => JSON.stringify({ partner_key: `partner-${name}`, secret_key: 'secret' });
  const secrets = await startSecretsServer({ secrets: new Map(names.map((name) => [`klikit/${name}`, secretOf(name)])) });
  let ledgerObjects = 0;
  const s3 = await startS3Server({
    directory,
    buckets: [{ name: 'uploads' }, { name: 'results', notify: true }],
    onObjectCreated: ({ Records }) => {
      ledgerObjects += Records.filter(({ s3: { object } }) => object.key.startsWith('ledger')).length;
    },
  });
  report = async () => {
    const calls = sandbox.calls();
    const titles = sandbox.state().entries.map(({ title }) => title['en'] ?? '');
    const times = calls.map(({ at }) => Date.parse(at));
    return {
      calls: calls.length,
      refused: calls.filter(({ status }) => status === 429).length,
      firstCallMs: Math.min(...times),
      lastCallMs: Math.max(...times),
      entries: titles.length,
      duplicates: titles.length - new Set(titles).size,
      ledgerObjects,
      creates: createsByName(calls),
    };
  };
  return { kind: 'started', klikitUrl: sandbox.url, s3Url: s3.url, secretsUrl: secrets.url };
}

function createsByName(calls: ReturnType<Sandbox['calls']>): WorldReport['creates'] {
  const times = new Map<string, number[]>();
  for (const { at, status, body } of calls) {
    const name = /"en":"(\w+) /.exec(body)?.[1];
    if (name !== undefined && status < 300) times.set(name, [...(times.get(name) ?? []), Date.parse(at)]);
  }
  return [...times].map(([name, all]) => ({ name, calls: all.length, tookMs: (all.at(-1) ?? 0) - (all[0] ?? 0) }));
}

type Sandbox = Awaited<ReturnType<typeof startKlikitSandbox>>;

/** One answer in so many is lost after it had its effect. */
function losesAnswers(sandbox: Sandbox, oneIn: number): void {
  let creates = 0;
  sandbox.inject({
    kind: 'drop_after',
    times: Number.POSITIVE_INFINITY,
    match: ({ path }) => {
      if (!path.endsWith('/items')) return false;
      creates += 1;
      return creates % oneIn === 0;
    },
  });
}

/** The limiter looks at the cap with each call. */
function halvesAfterFirstCall({ rate }: Partial<SandboxOptions>, sandbox: Sandbox, afterMs: number): void {
  let isSet = false;
  sandbox.inject({
    kind: 'slow',
    match: () => {
      if (!isSet && rate !== undefined) {
        isSet = true;
        setTimeout(() => {
          rate.perSecond /= 2;
        }, afterMs);
      }
      return false;
    },
  });
}

process.on('message', (request: WorldRequest) => {
  void (async () => {
    const answer: WorldAnswer =
      request.kind === 'start'
        ? await start(request)
        : { kind: 'report', report: await (report?.() ?? Promise.reject(new Error('not started'))) };
    process.send?.(answer);
  })();
});
process.on('disconnect', () => {
  void rm(directory, { recursive: true, force: true }).finally(() => process.exit());
});
