import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Surroundings } from '../functions/menu-import/handler.ts';
import type { Report } from '../functions/menu-import/report/report-schema.ts';
import type { Fault, SandboxOptions } from '../infra/local/sandbox/sandbox-options.ts';
import { startKlikitSandbox } from '../infra/local/sandbox/start-klikit-sandbox.ts';
import { SecretStore } from '../infra/local/secrets/secret-store.ts';
import { testCredentials } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { secretText, startServers } from './support/start-servers.ts';
import { temporaryDirectory } from './support/temporary-directory.ts';

const { partnerKey } = testCredentials;
const dishes = ['Ramen', 'Udon', 'Soba', 'Gyoza', 'Mochi', 'Matcha'];
const key = 'uploads/demo/menu.xlsx';
const bytes = await menuWorkbook({ Menu: [['Title', 'Price'], ...dishes.map((title) => [title, 10_000])] });

type OnCall = NonNullable<Surroundings['onCall']>;

/** Acts as the call with that number goes out, before it has arrived. */
function atCall(number: number, act: () => void): OnCall {
  let calls = 0;
  return ({ kind }) => {
    if (kind !== 'pause') calls += 1;
    if (kind !== 'pause' && calls === number) act();
  };
}

/** Acts when the import pauses for the first time, because of something. */
function atPause(cause: string, act: () => void): OnCall {
  let isOver = false;
  return (event) => {
    if (isOver || event.kind !== 'pause' || event.cause !== cause) return;
    isOver = true;
    act();
  };
}

const patient = { MAX_PAUSE_SECONDS: '60' };
const secretsManagerName = 'klikit/demo';
const newSecret = secretText({ partnerKey, secretKey: 'new-secret' });

/** A store from which a secret can be deleted. */
class SecretsToDelete extends SecretStore {
  readonly deleted = new Set<string>();

  override find(secretId: string): ReturnType<SecretStore['find']> {
    return this.deleted.has(secretId) ? undefined : super.find(secretId);
  }
}

/** Servers that import one call after the other, and soon stop. */
async function startOneByOne(klikit: Partial<SandboxOptions> = {}, settings: Record<string, string> = {}) {
  const store = new SecretsToDelete();
  const servers = await startServers({
    klikit,
    secrets: store,
    settings: { MAX_CONCURRENCY: '1', MAX_PAUSE_SECONDS: '1', REQUEST_TIMEOUT_MS: '2000', ...settings },
  });
  return {
    ...servers,
    store,
    rotateInKlikit: () => servers.sandbox.rotate({ [partnerKey]: 'new-secret' }),
    rotateInSecretsManager: () => servers.secrets.put(secretsManagerName, newSecret),
    /** Uploads the six dishes, and answers the report of them. */
    importDishes: (...watchers: OnCall[]): Promise<Report> => {
      const onCall: OnCall = (event) => watchers.forEach((watch) => watch(event));
      return servers.importWorkbook(key, bytes, servers.startProcess({ onCall }));
    },
    /** What klikit was sent for a dish. */
    callsFor: (title: string) => servers.sandbox.calls().filter(({ body }) => body.includes(title)),
    titles: () => servers.sandbox.state().entries.map(({ title }) => title['en']),
  };
}

const statuses = ({ rows }: Report): string[] => rows.map(({ status }) => status);
const created = (count: number): string[] => Array.from({ length: count }, () => 'created');
const notAttempted = (count: number): string[] => Array.from({ length: count }, () => 'not_attempted');

describe('a secret that is rotated in the middle of an import', () => {
  test('with the new one in its place costs one call more, with the same key and the same bytes', async () => {
    const servers = await startOneByOne();
    const rotation = atCall(3, () => {
      servers.rotateInKlikit();
      servers.rotateInSecretsManager();
    });
    const report = await servers.importDishes(rotation);
    expect(report).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 6, calls: 7, retries: 1 } });
    const sent = servers.callsFor('Soba');
    expect(sent.map(({ status }) => status)).toEqual([401, 201]);
    expect(new Set(sent.map(({ idempotencyKey, body }) => `${idempotencyKey} ${body}`)).size).toBe(1);
    expect(report.rows[2]?.requestIds).toEqual(sent.map(({ requestId }) => requestId));
    expect(servers.titles()).toEqual(dishes);
  });

  test('while several calls are on their way makes every row once all the same', async () => {
    const servers = await startOneByOne({ latencyMs: 20 }, { MAX_CONCURRENCY: '4' });
    const rotation = atCall(4, () => {
      servers.rotateInKlikit();
      servers.rotateInSecretsManager();
    });
    expect((await servers.importDishes(rotation)).summary).toMatchObject({ created: 6 });
    expect(servers.titles()).toHaveLength(6);
    expect(new Set(servers.titles())).toEqual(new Set(dishes));
  });

  test('in klikit first is waited for in Secrets Manager, and the import goes on to its end', async () => {
    const servers = await startOneByOne({}, patient);
    const report = await servers.importDishes(
      atCall(3, servers.rotateInKlikit),
      atPause('klikit_credentials_rejected', servers.rotateInSecretsManager),
    );
    expect(report).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 6 } });
    expect(servers.titles()).toEqual(dishes);
  });

  test('in klikit only stops the import after the pauses that are allowed, and keeps what was created', async () => {
    const servers = await startOneByOne();
    const report = await servers.importDishes(atCall(3, servers.rotateInKlikit));
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(statuses(report)).toEqual([...created(2), ...notAttempted(4)]);
    for (const row of report.rows.slice(2)) expect(row.notAttemptedBecause).toBe('klikit_credentials_rejected');
    expect(report.rows[2]?.requestIds).toEqual(servers.callsFor('Soba').map(({ requestId }) => requestId));
  });

  test('and put right after the import stopped: the same file again creates the rest, and nothing twice', async () => {
    const servers = await startOneByOne();
    await servers.importDishes(atCall(3, servers.rotateInKlikit));
    servers.rotateInSecretsManager();
    const report = await servers.importDishes();
    expect(report.import.outcome).toBe('completed');
    expect(statuses(report)).toEqual(['unchanged', 'unchanged', ...created(4)]);
    expect(servers.titles()).toEqual(dishes);
  });
});

describe.each<[string, (servers: Awaited<ReturnType<typeof startOneByOne>>) => void]>([
  ['is deleted', ({ store }) => void store.deleted.add(secretsManagerName)],
  ['is emptied', ({ secrets }) => secrets.put(secretsManagerName, '')],
  ['becomes no JSON', ({ secrets }) => secrets.put(secretsManagerName, 'hunter2hunter2')],
  ['loses a key', ({ secrets }) => secrets.put(secretsManagerName, '{"partner_key":"partner-of-tests"}')],
])('a secret that %s while klikit has a new one', (_, spoil) => {
  test('is waited for, and once it is there the import goes on to its end', async () => {
    const servers = await startOneByOne({}, patient);
    const rotation = atCall(3, () => {
      servers.rotateInKlikit();
      spoil(servers);
    });
    const repair = atPause('klikit_credentials_rejected', () => {
      servers.store.deleted.clear();
      servers.rotateInSecretsManager();
    });
    const report = await servers.importDishes(rotation, repair);
    expect(report).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 6 } });
    expect(servers.titles()).toEqual(dishes);
  });

  test('stops the import where it stays so, and what was created stays created', async () => {
    const servers = await startOneByOne();
    const rotation = atCall(3, () => {
      servers.rotateInKlikit();
      spoil(servers);
    });
    const report = await servers.importDishes(rotation);
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(statuses(report)).toEqual([...created(2), ...notAttempted(4)]);
  });
});

describe('a secret that is gone when a later slice of the import begins', () => {
  /** A pause this long ends the slice, and the next one reads the secret itself. */
  const rejected: Fault = { kind: 'status', status: 401, code: 'auth_invalid_credential', retryAfter: '6' };

  test('stops the import, and what was created stays created', async () => {
    const servers = await startOneByOne({}, { MAX_PAUSE_SECONDS: '20' });
    servers.sandbox.inject({ ...rejected, match: ({ body }) => JSON.stringify(body).includes('Soba') });
    const report = await servers.importDishes(atCall(3, () => servers.secrets.put(secretsManagerName, '')));
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(statuses(report)).toEqual([...created(2), ...notAttempted(4)]);
  });

  test('stops the import where nothing was created before, too, and counts the call that was made', async () => {
    const servers = await startOneByOne({}, { MAX_PAUSE_SECONDS: '20' });
    servers.sandbox.inject(rejected);
    const report = await servers.importDishes(atCall(1, () => servers.secrets.put(secretsManagerName, '')));
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(statuses(report)).toEqual(notAttempted(6));
    expect(report.summary.calls).toBe(servers.sandbox.calls().length);
  });
});

describe('credentials that klikit forbids in the middle of an import', () => {
  const forbidden: Fault = {
    kind: 'status',
    status: 403,
    code: 'auth_forbidden',
    match: ({ body }) => JSON.stringify(body).includes('Soba'),
  };

  test('stop it at once, and the report says so', async () => {
    const servers = await startOneByOne();
    servers.sandbox.inject(forbidden);
    const report = await servers.importDishes();
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_access_forbidden' });
    expect(statuses(report)).toEqual([...created(2), ...notAttempted(4)]);
    expect(report.rows[2]?.issues).toMatchObject([{ message: 'klikit does not allow these credentials to create menu entries.' }]);
    expect(servers.sandbox.calls()).toHaveLength(3);
  });

  test('and allows again: the same file again creates the rest', async () => {
    const servers = await startOneByOne();
    servers.sandbox.inject(forbidden);
    await servers.importDishes();
    expect(statuses(await servers.importDishes())).toEqual(['unchanged', 'unchanged', ...created(4)]);
    expect(servers.titles()).toEqual(dishes);
  });
});

describe('a klikit that refuses connections for a while', () => {
  /** Servers whose klikit can be stopped between two calls, and started again as it was. */
  async function startWithRestarts(settings: Record<string, string> = {}) {
    const klikit = { stateFile: join(await temporaryDirectory(), 'klikit.json') };
    const servers = await startOneByOne(klikit, settings);
    const { url } = servers.sandbox;
    const busy: Fault = { kind: 'status', status: 429, retryAfter: '1', match: ({ body }) => JSON.stringify(body).includes('Soba') };
    servers.sandbox.inject(busy);
    let stopped: Promise<void> | undefined;
    let restarted: ReturnType<typeof startKlikitSandbox> | undefined;
    return {
      ...servers,
      /** Nothing is on its way while the import waits, so no call is lost. */
      goesDown: atPause('klikit_rate_limited', () => {
        stopped = servers.sandbox.close();
      }),
      restart: () => {
        const { partnerKey, secretKey } = testCredentials;
        restarted ??= Promise.resolve(stopped).then(() =>
          startKlikitSandbox({ ...klikit, credentials: { [partnerKey]: secretKey }, port: Number(new URL(url).port) }),
        );
        onTestFinished(async () => (await restarted)?.close());
      },
      titlesAfterwards: async () => (await restarted)?.state().entries.map(({ title }) => title['en']),
    };
  }

  test('is waited for, and the import goes on to its end', async () => {
    const servers = await startWithRestarts(patient);
    const report = await servers.importDishes(servers.goesDown, atPause('klikit_unreachable', servers.restart));
    expect(report).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 6, unknown: 0 } });
    expect(await servers.titlesAfterwards()).toEqual(dishes);
  });

  test('stops the import where it lasts, and nothing is in doubt', async () => {
    const servers = await startWithRestarts();
    const report = await servers.importDishes(servers.goesDown);
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    expect(statuses(report)).toEqual([...created(2), ...notAttempted(4)]);
  });

  test('and is back after the import stopped: the same file again creates the rest, and nothing twice', async () => {
    const servers = await startWithRestarts();
    await servers.importDishes(servers.goesDown);
    servers.restart();
    await servers.titlesAfterwards();
    expect(statuses(await servers.importDishes())).toEqual(['unchanged', 'unchanged', ...created(4)]);
    expect(await servers.titlesAfterwards()).toEqual(dishes);
  });
});

describe('a report of an import that stopped', () => {
  const stopping = (fault: Partial<Fault>) => async (): Promise<Report> => {
    const servers = await startOneByOne({}, { IN_DOUBT: 'report' });
    const match: Fault['match'] = ({ body }) => /Soba|Gyoza|Mochi/.test(JSON.stringify(body));
    servers.sandbox.inject({ kind: 'status', times: 99, match, ...fault });
    return servers.importDishes();
  };
  const causes: [string, () => Promise<Report>][] = [
    ['klikit_access_forbidden', stopping({ status: 403 })],
    ['klikit_credentials_rejected', stopping({ status: 401 })],
    ['klikit_rate_limited', stopping({ status: 429, retryAfter: '2' })],
    ['klikit_unreachable', stopping({ status: 502 })],
  ];

  test.each(causes)('because of %s names it, and counts how far it came', async (cause, importDishes) => {
    const report = await importDishes();
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: cause });
    const { rows, created, not_attempted, unknown } = report.summary;
    expect(created).toBe(2);
    expect(created + not_attempted + unknown).toBe(rows);
  });

  test.each(causes)('because of %s says above all rows how far it came and what happens next', async (_, importDishes) => {
    const { issues } = await importDishes();
    expect(issues).toMatchObject([{ severity: 'error', fix: expect.stringContaining('pload the same file again') }]);
    expect(issues[0]?.message).toMatch(/Of 6 rows 2 are in klikit now/);
  });

  test.each(causes)('because of %s says beside each row that was not sent what happens next', async (_, importDishes) => {
    const left = (await importDishes()).rows.filter(({ status }) => status === 'not_attempted');
    expect(left.length).toBeGreaterThan(0);
    for (const { issues } of left) expect(issues[0]?.fix).toContain('pload the same file again');
  });
});

describe('a klikit that answers 502 for long', () => {
  const many = Array.from({ length: 20 }, (_, position) => `Dish ${position + 1}.`);

  async function importThrough502(fault: Partial<Fault>, settings: Record<string, string> = {}) {
    const servers = await startOneByOne({}, { MAX_CONCURRENCY: '4', CHUNK_SIZE: '10', ...settings });
    let isDown = false;
    servers.sandbox.inject({ kind: 'html', status: 502, times: 999, match: () => isDown, ...fault });
    const workbook = await menuWorkbook({ Menu: [['Title', 'Price'], ...many.map((title) => [title, 10_000])] });
    const goesDown = atCall(6, () => {
      isDown = true;
    });
    const report = await servers.importWorkbook(key, workbook, servers.startProcess({ onCall: goesDown }));
    isDown = false;
    const importAgain = () => servers.importWorkbook(key, workbook);
    return { servers, report, importAgain };
  }

  test.each([
    ['before anything was done', {}],
    ['after everything was done', { applied: true }],
  ])('%s stops the import: unknown is what was sent, and all else was not attempted', async (_, fault) => {
    const { servers, report } = await importThrough502(fault);
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    expect(report.summary.unknown).toBeGreaterThanOrEqual(3);
    expect(report.summary.unknown).toBeLessThanOrEqual(6);
    const expected = report.rows.map(({ title = '' }) => {
      const answers = servers.callsFor(title).map(({ status }) => status);
      if (answers.length === 0) return 'not_attempted klikit_unreachable';
      return answers.includes(502) ? 'unknown' : 'created';
    });
    expect(report.rows.map(({ status, notAttemptedBecause = '' }) => `${status} ${notAttemptedBecause}`.trim())).toEqual(expected);
    expect(servers.titles().length).toBeLessThanOrEqual(report.summary.created + report.summary.unknown);
  });

  test('sends a write once only where klikit ignores keys, and stops after three', async () => {
    const { servers, report } = await importThrough502({}, { IN_DOUBT: 'report', MAX_CONCURRENCY: '1' });
    expect(report).toMatchObject({ import: { outcome: 'stopped' }, summary: { created: 5, unknown: 3, not_attempted: 12 } });
    expect(servers.sandbox.calls()).toHaveLength(8);
  });

  test('is healed by the same file again: what was not attempted is created, what is unknown is left alone', async () => {
    const { servers, report, importAgain } = await importThrough502({}, { IN_DOUBT: 'report', MAX_CONCURRENCY: '1' });
    const again = await importAgain();
    expect(statuses(again)).toEqual(
      statuses(report).map((status) => ({ created: 'unchanged', not_attempted: 'created' })[status] ?? 'unknown'),
    );
    expect(servers.titles()).toHaveLength(17);
    expect(again.summary.calls).toBe(12);
  });
});
