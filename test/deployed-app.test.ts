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
  Properties: { Handler: string; Code: { S3Key: string }; Environment: { Variables: Record<string, unknown> } };
}

/** The function of the template that imports: where its code lies, and its environment, in which the names of buckets are filled in. */
function deployedImport() {
  const { Resources } = JSON.parse(readFileSync(join(outdir, 'MenuImport.template.json'), 'utf8'));
  const [, found] = Object.entries<DeployedFunction>(Resources).find(([id]) => /^MenuImport[A-F0-9]{8}$/.test(id)) ?? [];
  if (found === undefined) throw new Error('there is no function in the template');
  const { Handler: handler, Code: code, Environment: environment } = found.Properties;
  const buckets = { Uploads: 'uploads', Results: 'results' } as const;
  const named = (value: unknown) => {
    if (typeof value === 'string') return value;
    const bucket = (value as { Ref: string }).Ref.replace(/[A-F0-9]{8}$/, '') as keyof typeof buckets;
    return buckets[bucket];
  };
  const entries = Object.entries(environment.Variables).map(([name, value]) => [name, named(value)]);
  return {
    file: join(outdir, `asset.${code.S3Key.replace('.zip', '')}`, `${handler.split('.')[0]}.mjs`),
    environment: Object.fromEntries(entries) as Record<string, string>,
  };
}

test('what is deployed imports an upload, from the event of S3 to the report, with its own environment, role and console', async () => {
  const servers = await startServers();
  const { s3, secrets, sandbox, results } = servers;
  servers.refuse(({ accessKeyId, bucket, ...request }) => {
    const local = bucket === 'uploads' ? localBuckets.uploads : localBuckets.results;
    return accessKeyId === localIdentities.functionRole && !isAllowedLocally({ ...request, accessKeyId, bucket: local });
  });
  const rows = [['Title', 'Price (IDR)'], ...['Ramen', 'Udon'].map((title) => [title, 10_000])];
  const workbook = await servers.upload('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: rows }));
  const csv = await servers.upload('uploads/demo/menu.csv', Buffer.from('Title,Price (IDR)\nGyoza,30000\n'));
  const event = JSON.stringify({ Records: [...workbook.Records, ...csv.Records] });
  const { file, environment } = deployedImport();
  const script = fileURLToPath(new URL('./support/run-bundle-durably.ts', import.meta.url));
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [script, file, event], {
    env: {
      ...environment,
      // The stack takes no address without encryption.
      KLIKIT_API_URL: sandbox.url,
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: localIdentities.functionRole,
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_S3: s3.url,
      AWS_ENDPOINT_URL_SECRETS_MANAGER: secrets.url,
    },
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
});
