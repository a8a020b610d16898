import { isBuiltin } from 'node:module';
import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { parseEnvironment } from '../../functions/menu-import/environment.ts';
import { createHandler } from '../../functions/menu-import/handler.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { parseSweepEnvironment, type SweepEnvironmentSource } from '../../functions/upload-sweep/environment.ts';
import { createSweep } from '../../functions/upload-sweep/handler.ts';
import { uploadedVersions } from '../../functions/upload-sweep/uploaded-versions.ts';
import { bundleSweep } from '../../infra/bundle-sweep.ts';
import { isAllowedLocally, localIdentities } from '../../infra/local/deployed-role.ts';
import { type Servers, startServers } from '../support/start-servers.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { startLambdaServer } from './lambda-server.ts';

const alias = 'arn:aws:lambda:us-east-1:123456789012:function:MenuImport:live';
const menu = new TextEncoder().encode('Title,Price\nRamen,10000\n');

/** A client of a server on this machine. */
const config = (endpoint: string, accessKeyId: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId, secretAccessKey: 'test' },
});

/** The sweep in its role, so many minutes after now. */
function sweepOf(servers: Servers, lambdaUrl: string, more: SweepEnvironmentSource = {}) {
  const lines: string[] = [];
  servers.refuse(
    ({ bucket, ...request }) =>
      request.accessKeyId === localIdentities.sweepRole && !isAllowedLocally({ ...request, bucket: `local-${bucket}` }),
  );
  let afterMinutes = 0;
  const settings = { UPLOADS_BUCKET: 'uploads', RESULTS_BUCKET: 'results', IMPORT_FUNCTION_ARN: alias, STACK_NAME: 'MenuImport', ...more };
  const sweep = createSweep(parseSweepEnvironment(settings), {
    s3: config(servers.s3.url, localIdentities.sweepRole),
    lambda: config(lambdaUrl, localIdentities.sweepRole),
    now: () => new Date(Date.now() + afterMinutes * 60_000),
    writeLog: (line) => lines.push(line),
  });
  return {
    lines,
    sweep: (minutes: number) => {
      afterMinutes = minutes;
      return sweep('request-1');
    },
  };
}

/** The importer, which reads in the thread of the test: a menu of one row needs none of its own. */
function importerOf({ environment, s3, secrets }: Servers) {
  return createHandler(parseEnvironment(environment), {
    s3: config(s3.url, 'function'),
    secretsManager: config(secrets.url, 'function'),
    writeLog: () => undefined,
    readWorkbook: (bytes) => readWorkbook(bytes),
    readPageAssets: async () => ({ script: '', style: '' }),
  });
}

describe('an upload whose event was lost', () => {
  test('is found, started again once, and gets its report', async () => {
    const servers = await startServers();
    const lambda = await startLambdaServer();
    const { sweep, lines } = sweepOf(servers, lambda.url);
    await servers.upload('uploads/demo/Menu baru (1) + ラ.csv', menu);
    await servers.upload('uploads/demo/.DS_Store', menu);

    expect(await sweep(29)).toMatchObject({ startedAgain: 0 });
    expect(await sweep(31)).toMatchObject({ startedAgain: 1 });
    expect(await sweep(46)).toMatchObject({ startedAgain: 1 });
    expect(lambda.invocations[0]).toMatchObject({ path: `/2015-03-31/functions/${encodeURIComponent(alias)}/invocations`, type: 'Event' });
    expect(lambda.executions.size).toBe(1);

    const { imports, ignored } = await importerOf(servers)(JSON.parse(lambda.invocations[0]?.payload ?? ''));
    expect({ imports, ignored }).toMatchObject({
      imports: [{ merchant: 'demo', outcome: 'completed', summary: { created: 1 } }],
      ignored: [],
    });
    expect((await servers.reports())[0]?.import.source.key).toBe('uploads/demo/Menu baru (1) + ラ.csv');
    expect(await sweep(61)).toEqual({ oldestUnansweredSeconds: 0, startedAgain: 0 });
    expect(lines.join('')).not.toContain('baru');
    expect(lines.map((line): unknown => JSON.parse(line)).at(-1)).toMatchObject({
      stack: 'MenuImport',
      OldestUnansweredUploadSeconds: 0,
      UploadsStartedAgain: 0,
    });
  });

  test('is started once more in the next period; one that cannot be started, or whose name is taken, keeps no other from it', async () => {
    const servers = await startServers({ merchants: [] });
    const lambda = await startLambdaServer(({ payload }) => payload.includes('uploads/a/'));
    const { sweep, lines } = sweepOf(servers, lambda.url, { RETRY_HOURS: '1' });
    await servers.upload('uploads/a/menu.csv', menu);
    await servers.upload('uploads/b/menu.csv', menu);

    await expect(sweep(31)).rejects.toThrow('1 uploads could not be started');
    await expect(sweep(61)).rejects.toThrow('1 uploads could not be started');
    const [taken = ''] = lambda.executions.keys();
    lambda.executions.set(taken, 'what an older release said');
    await expect(sweep(32)).rejects.toThrow('1 uploads could not be started');
    expect(lines.join('')).toContain('the name is taken');
    expect([...lambda.executions.keys()].map((name) => name.split('-').at(-1))).toEqual(['0', '1']);
    const metrics = lines.map((line): Record<string, unknown> => JSON.parse(line)).filter((line) => '_aws' in line);
    expect(metrics).toMatchObject([{ UploadsStartedAgain: 1 }, { UploadsStartedAgain: 1 }, { UploadsStartedAgain: 0 }]);
  });
});

describe('the versions of the bucket', () => {
  test('are listed page by page, without those of a key that is deleted now, on whatever page its deletion was', async () => {
    const { client, upload } = await startServers({ merchants: [] });
    for (const key of ['a b', 'a b', 'gone', 'gone', 'gone', 'odd\u0001', 'restored']) await upload(`uploads/demo/${key}`, menu);
    for (const key of ['gone', 'restored']) await client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: `uploads/demo/${key}` }));
    await upload('uploads/demo/restored', menu);
    const listed = await Array.fromAsync(uploadedVersions(client, 'uploads', 2));
    const names = listed.flat().map(({ key }) => key.slice('uploads/demo/'.length));
    expect(names).toEqual(['a b', 'a b', 'odd\u0001', 'restored', 'restored']);
    expect(listed.length).toBeGreaterThan(3);
  });
});

test('what is deployed is small, and needs nothing but Node', async () => {
  const outputs = Object.entries(bundleSweep(await temporaryDirectory()).outputs);
  expect(outputs.map(([path]) => path.split('/').at(-1))).toContain('handler.mjs');
  expect(outputs.reduce((sum, [, { bytes }]) => sum + bytes, 0)).toBeLessThanOrEqual(700_000);
  const outside = outputs.flatMap(([, { imports }]) => imports).filter(({ external }) => external === true);
  expect(outside.filter(({ path }) => !isBuiltin(path))).toEqual([]);
});
