import { execFile, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HandlerResult } from '../functions/menu-import/handler.ts';
import { readWorkbook } from '../functions/menu-import/workbook/read-workbook.ts';
import { isAllowedLocally, localBuckets, localIdentities } from '../infra/local/deployed-role.ts';
import { metricsAmong } from './support/embedded-metrics.ts';
import { testCredentials } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { startServers } from './support/start-servers.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const cdk = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8')) as { app: string; context: Record<string, unknown> };

/** Runs the app as the CDK command line does, on a machine that puts nothing of ours in its PATH. */
function runApp(outdir: string, context: Record<string, unknown>) {
  const path = (process.env['PATH'] ?? '').split(delimiter).filter((entry) => !entry.includes('node_modules'));
  return spawnSync(cdk.app, {
    shell: true,
    cwd: root,
    encoding: 'utf8',
    env: {
      PATH: path.join(delimiter),
      CDK_DOCKER: 'there-is-no-docker',
      CDK_OUTDIR: outdir,
      CDK_CONTEXT_JSON: JSON.stringify({ ...cdk.context, ...context }),
    },
  });
}

let outdir: string;
let status: number | null;
beforeAll(async () => {
  outdir = await mkdtemp(join(tmpdir(), 'menu-import-app-'));
  ({ status } = runApp(outdir, {}));
});
afterAll(() => rm(outdir, { recursive: true }));

describe('the CDK app', () => {
  test('synthesizes from cdk.json with whatever Node the machine has, no account and no Docker', () => {
    expect(status).toBe(0);
    const files = readdirSync(outdir);
    expect(files).toContain('MenuImport.template.json');
    expect(files.filter((file) => file.startsWith('bundling-temp'))).toEqual([]);
  });

  test('is found fault with neither by cdk-nag nor by CDK’s own validation', () => {
    expect(JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8'))).toMatchObject({ pluginReports: [] });
  });

  test('says in one sentence what is wrong with its context', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'menu-import-app-'));
    const { status: refused, stderr } = runApp(directory, { merchants: 'Warung Hoshi', klikitApiUrl: 'http://api.dev.shadowchef.co' });
    expect(refused).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringMatching(/^The stack cannot be built .*small letters.*klikitApiUrl: must be https\.$/),
    ]);
    expect(readdirSync(directory)).not.toContain('MenuImport.template.json');
    await rm(directory, { recursive: true });
  });
});

interface DeployedFunction {
  Properties: { Handler: string; Code: { S3Key: string }; Environment: { Variables: Record<string, string | object> } };
}

/** A function of the template: where its code lies, what it exports to Lambda, and its environment, in which names that are not known yet are filled in. */
function deployed(id: string) {
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'MenuImport.template.json'), 'utf8'));
  const [, found] = Object.entries<DeployedFunction>(Resources).find(([name]) => new RegExp(`^${id}[A-F0-9]{8}$`).test(name)) ?? [];
  if (found === undefined) throw new Error(`there is no function ${id} in the template`);
  const { Handler: handler, Code: code, Environment: environment } = found.Properties;
  const known = { Uploads: 'uploads', Results: 'results', Live: 'arn:of:live' };
  const named = (value: string | object) => {
    if (typeof value === 'string') return value;
    const [reference = ''] = Object.values(value).flat() as string[];
    return known[reference.replace(/[A-F0-9]{8}$/, '') as keyof typeof known];
  };
  const [module = '', exported = ''] = handler.split('.');
  return {
    file: join(outdir, `asset.${code.S3Key.replace('.zip', '')}`, `${module}.mjs`),
    exported,
    environment: Object.fromEntries(Object.entries(environment.Variables).map(([name, value]) => [name, named(value)])),
  };
}

const run = promisify(execFile);
const durably = fileURLToPath(new URL('support/run-bundle-durably.ts', import.meta.url));
const once = fileURLToPath(new URL('support/run-handler.ts', import.meta.url));

/** What Lambda gives to a process besides the function's own environment, for the servers of a test. */
function onThisMachine(accessKeyId: string, { s3, secrets }: Pick<Awaited<ReturnType<typeof startServers>>, 's3' | 'secrets'>) {
  return {
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_ENDPOINT_URL_S3: s3.url,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
  };
}

test('what is deployed imports an upload, from the event of S3 to the report, and sweeps, with its own environments, roles and console', async () => {
  const servers = await startServers();
  const { sandbox, results } = servers;
  const roles = new Set<string>([localIdentities.functionRole, localIdentities.sweepRole]);
  servers.refuse(({ accessKeyId, bucket, ...request }) => {
    const local = bucket === 'uploads' ? localBuckets.uploads : localBuckets.results;
    return roles.has(accessKeyId) && !isAllowedLocally({ ...request, accessKeyId, bucket: local });
  });
  const rows = [['Title', 'Price (IDR)'], ...['Ramen', 'Udon'].map((title) => [title, 10_000])];
  const workbook = await servers.upload('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: rows }));
  const csv = await servers.upload('uploads/demo/menu.csv', Buffer.from('Title,Price (IDR)\nGyoza,30000\n'));
  const event = JSON.stringify({ Records: [...workbook.Records, ...csv.Records] });
  const { file, exported, environment } = deployed('MenuImport');
  const { stdout, stderr } = await run(process.execPath, [durably, file, event, exported], {
    // The stack takes no address without encryption.
    env: { ...environment, ...onThisMachine(localIdentities.functionRole, servers), KLIKIT_API_URL: sandbox.url },
  });

  const lines = stdout.trim().split('\n');
  const result = JSON.parse(lines.pop() ?? '') as HandlerResult;
  expect(result.imports).toMatchObject([
    { outcome: 'completed', summary: { created: 2 } },
    { outcome: 'completed', summary: { created: 1 } },
  ]);
  expect(sandbox.state().entries.map(({ title }) => title['en'])).toEqual(['Ramen', 'Udon', 'Gyoza']);
  expect(stdout).not.toContain(testCredentials.secretKey);
  expect(stderr).toBe('');
  const [{ merchant, importId } = { merchant: '', importId: '' }] = result.imports;
  // Nothing has wrapped a line: its fields can be asked for, and its metrics are found.
  const log = lines.map((line): unknown => JSON.parse(line));
  for (const entry of log) expect(entry).toMatchObject({ timestamp: expect.stringMatching(/^[\d-]+T[\d:.]+Z$/), level: 'INFO' });
  const finished = { level: 'INFO', message: 'import finished', merchant, importId, outcome: 'completed' };
  expect(log).toContainEqual(expect.objectContaining({ ...finished, requestId: expect.stringMatching(/^[\da-f-]{36}$/) }));
  expect(metricsAmong(lines).map(({ values }) => values)).toMatchObject([{ RowsCreated: 2 }, { RowsCreated: 1 }, { KlikitCalls: 3 }]);
  const report = await results.get(`reports/${merchant}/${importId}/report.xlsx`);
  const { sheets } = await readWorkbook(report?.bytes ?? new Uint8Array());
  expect(sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
    ['klikit report', expect.any(Number)],
    ['Menu', 3],
  ]);

  // And the sweep, which finds the reports of both.
  const sweep = deployed('Sweep');
  const swept = await run(process.execPath, [once, sweep.file, sweep.exported], {
    env: { ...sweep.environment, ...onThisMachine(localIdentities.sweepRole, servers) },
  });
  expect(metricsAmong(swept.stdout.trim().split('\n')).map(({ values }) => values)).toEqual([
    { OldestUnansweredUploadSeconds: 0, UploadsStartedAgain: 0 },
  ]);
});

test('what is deployed says in the log what ended an execution, because the service takes it for an answer', async () => {
  const env = { KLIKIT_API_URL: 'http://example.com/not-to-be-repeated', UPLOADS_BUCKET: 'uploads' };
  const { file, exported } = deployed('MenuImport');
  const failed = await run(process.execPath, [durably, file, '{}', exported], { env }).catch((error: unknown) => error);
  const { stdout } = failed as { stdout: string };
  expect(stdout).toContain('"message":"execution failed","error":"EnvironmentInvalid"');
  expect(stdout).toContain('RESULTS_BUCKET');
  expect(stdout).not.toContain('not-to-be-repeated');
});
