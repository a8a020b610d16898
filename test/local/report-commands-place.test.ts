import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { serveOnLoopback } from '../../infra/local/serve-on-loopback.ts';
import { startLocalStack } from '../../infra/local/start-local-stack.ts';
import { takeStateDirectory } from '../../infra/local/state-directory.ts';
import { putReport } from '../support/made-report.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { runWords, startRemoteBucket, useAwsEnvironment } from './report-commands-fixture.ts';

const menu = {
  Menu: [
    ['Title', 'SKU', 'Price', 'Modifier group'],
    ['Ramen', 'R-1', 60_000, null],
    ['Hot', 'O-1', 0, 'Spice level'],
  ],
};
const id = 'a'.repeat(32);
const startedAt = '2026-11-24T08:15:00.000Z';

describe('reports on AWS', () => {
  test('are in the bucket of the environment where none is named', async () => {
    const { results } = await startRemoteBucket();
    await putReport(results, { id, startedAt });
    expect((await runWords(['report', 'list'], { RESULTS_BUCKET: 'results' })).out).toContain('aaaaaaaa');
    const here = await runWords(['report', 'list', '--state', await temporaryDirectory()], { RESULTS_BUCKET: 'results' });
    expect(here.out).toBe('Nothing was imported here yet.\n');
  });

  test('of no merchant: there are none yet', async () => {
    const { report } = await startRemoteBucket();
    expect(await report('list', '--merchant', 'demo')).toEqual({ status: 1, out: 'Nothing was imported here yet.\n', err: '' });
    expect(await report('find', 'R-1')).toEqual({ status: 1, out: 'Nothing was imported here yet.\n', err: '' });
  });

  test.each([['list'], ['find', 'R-1'], ['get', 'latest']])(
    'of a merchant that is not there: %s names those that are',
    async (...words) => {
      const { results, report } = await startRemoteBucket();
      for (const merchant of ['demo', 'sari']) await putReport(results, { id, merchant, startedAt });
      const ended = await report(...words, '--merchant', 'dem0');
      expect(ended).toMatchObject({ status: 3, err: 'There are no reports of a merchant "dem0". There are of demo, sari.\n' });
    },
  );

  test('in a bucket that is not there', async () => {
    await startRemoteBucket();
    const ended = await runWords(['report', 'list', '--bucket', 'no-such-bucket']);
    expect(ended).toEqual({
      status: 3,
      out: '',
      err: 'There is no bucket "no-such-bucket". The stack\'s output ResultsBucket is its name.\n',
    });
  });

  test.each(['s3:ListBucket', 's3:GetObject'])('that these credentials may not read, for want of %s', async (denied) => {
    const { results, report, refuse } = await startRemoteBucket();
    await putReport(results, { id, startedAt });
    refuse(({ action }) => action === denied);
    const ended = await report('list', '--merchant', 'demo');
    expect(ended).toMatchObject({ status: 3, out: '' });
    expect(ended.err).toMatch(/^Access denied: .*s3:ListBucket.*s3:GetObject.*\n$/);
  });

  test('without credentials, a region, or a network', async () => {
    const list = () => runWords(['report', 'list', '--bucket', 'results']);
    useAwsEnvironment({ AWS_REGION: 'us-east-1' });
    expect(await list()).toMatchObject({ status: 3, out: '', err: expect.stringMatching(/^There are no AWS credentials\. .*\n$/) });
    useAwsEnvironment({ AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'test' });
    expect(await list()).toMatchObject({ status: 3, out: '', err: expect.stringMatching(/^No AWS region is set\. .*\n$/) });
    const gone = await serveOnLoopback(() => undefined);
    await gone.close();
    useAwsEnvironment({
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'operator',
      AWS_SECRET_ACCESS_KEY: 'test',
      AWS_ENDPOINT_URL_S3: gone.url,
      AWS_MAX_ATTEMPTS: '1',
    });
    expect(await list()).toMatchObject({
      status: 3,
      out: '',
      err: expect.stringMatching(/^S3 could not be reached \(ECONNREFUSED\)\. .*\n$/),
    });
  });

  test.each([
    ['ExpiredToken', 'AWS refused the credentials (ExpiredToken). Sign in again.'],
    ['SlowDown', 'The reports could not be read (SlowDown).'],
  ])('behind an S3 that answers %s', async (code, sentence) => {
    const s3 = await serveOnLoopback((_, response) => {
      response.writeHead(400, { 'content-type': 'application/xml' });
      response.end(`<Error><Code>${code}</Code><Message>Key AKIASECRET is not welcome.</Message></Error>`);
    });
    onTestFinished(() => s3.close());
    const environment = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'test', AWS_MAX_ATTEMPTS: '1' };
    useAwsEnvironment({ ...environment, AWS_ENDPOINT_URL_S3: s3.url });
    expect(await runWords(['report', 'list', '--bucket', 'results'])).toEqual({ status: 3, out: '', err: `${sentence}\n` });
  });
});

describe('reports on this machine', () => {
  test.each(['list', 'summary', 'find x'])('are none where nothing was imported: %s makes nothing, and says so', async (command) => {
    const state = join(await temporaryDirectory(), 'state');
    const ended = await runWords(['report', ...command.split(' '), '--state', state]);
    expect(ended).toEqual({ status: 1, out: 'Nothing was imported here yet.\n', err: '' });
    const document = await runWords(['report', ...command.split(' '), '--state', state, '--json']);
    expect(document).toMatchObject({ status: 1, err: 'Nothing was imported here yet.\n' });
    expect(JSON.parse(document.out).unreadable).toEqual([]);
    expect(existsSync(state)).toBe(false);
  });

  test('are those of the imports that ran here', async () => {
    const state = await temporaryDirectory();
    const file = join(await temporaryDirectory(), 'menu.xlsx');
    await writeFile(file, await menuWorkbook(menu));
    const report = JSON.parse((await runWords(['import', file, '--state', state, '--json'])).out);
    const requestId = report.rows[1].link.requestIds[0];
    const found = JSON.parse((await runWords(['report', 'find', requestId, '--state', state, '--json'])).out);
    expect(found.rows).toEqual([
      {
        merchant: 'demo',
        importId: report.import.id,
        startedAt: report.import.startedAt,
        file: 'uploads/demo/menu.xlsx',
        matchedBy: ['request id of the link'],
        row: report.rows[1],
      },
    ]);
    // The state is free again, for the next import as for the next report.
    expect((await runWords(['import', file, '--state', state])).status).toBe(0);
    expect(JSON.parse((await runWords(['report', 'list', '--state', state, '--json'])).out).imports).toHaveLength(2);
  });

  test('can be read while a local stack runs, and while others read them', async () => {
    const stateRoot = await temporaryDirectory();
    const stack = await startLocalStack({ stateRoot, merchants: ['demo'] });
    const { import: imported } = await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook(menu));
    const list = ['report', 'list', '--state', stateRoot, '--json'];
    expect(JSON.parse((await runWords(list)).out).imports).toMatchObject([{ id: imported.id }]);
    await stack.close();
    const read = await Promise.all([1, 2, 3].map(() => runWords(list)));
    for (const { out } of read) expect(JSON.parse(out).imports).toMatchObject([{ id: imported.id }]);
  });

  test('wait for a state that another process has and does not show, but not for ever', async () => {
    const stateRoot = await temporaryDirectory();
    const stack = await startLocalStack({ stateRoot, merchants: ['demo'] });
    await stack.close();
    const { release } = await takeStateDirectory(stateRoot, 'sandbox');
    onTestFinished(release);
    expect(await runWords(['report', 'list', '--state', stateRoot])).toMatchObject({
      status: 3,
      err: expect.stringContaining('is using this state directory'),
    });
  });

  test("are the sandbox's, and where there are others, it is said how to see them", async () => {
    const stateRoot = await temporaryDirectory();
    const klikit = { apiUrl: 'https://klikit.invalid', partnerKey: 'p', secretKey: 's' };
    const stack = await startLocalStack({ stateRoot, merchants: ['demo'], klikit });
    await stack.importWorkbook('demo', 'broken.xlsx', new Uint8Array([1]));
    await stack.close();
    expect(await runWords(['report', 'list', '--state', stateRoot])).toEqual({
      status: 1,
      out: 'Nothing was imported here yet.\n',
      err: 'Imports into other klikits lie here, too: --api https://klikit.invalid\n',
    });
    const other = await runWords(['report', 'list', '--state', stateRoot, '--api', 'https://klikit.invalid/v1/partner']);
    expect(other).toMatchObject({ status: 0, err: '', out: expect.stringContaining('broken.xlsx') });
    const sandbox = await startLocalStack({ stateRoot, merchants: ['demo'] });
    await sandbox.close();
    expect((await runWords(['report', 'list', '--state', stateRoot, '--api', klikit.apiUrl])).err).toBe('');
  });
});
