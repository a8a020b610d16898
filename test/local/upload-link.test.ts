import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { HandlerResult } from '../../functions/menu-import/handler.ts';
import { makeUploadLink, type UploadLink } from '../../infra/local/command-line/upload-link/make-upload-link.ts';
import { parseExpires } from '../../infra/local/command-line/upload-link/parse-expires.ts';
import { parseUploadLinkCommand } from '../../infra/local/command-line/upload-link/parse-upload-link-command.ts';
import type { CorsRule } from '../../infra/local/s3/cors.ts';
import { parsePolicy } from '../../infra/local/s3/forms/parse-policy.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { startLocalStack } from '../../infra/local/start-local-stack.ts';
import { menuWorkbook } from '../support/menu-workbook.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';
import { runWords, useAwsEnvironment } from './report-commands-fixture.ts';

const anyPage: CorsRule = { origins: ['*'], methods: ['POST'], exposes: [] };

/** An uploads bucket somewhere else, which the SDK finds by its own environment as it finds one on AWS. */
async function startRemoteUploads({ cors = [anyPage], mayWrite = true, knows = 'operator' } = {}) {
  const s3 = await startS3Server({
    directory: await temporaryDirectory(),
    buckets: [{ name: 'uploads', cors }],
    allow: () => mayWrite,
    formSecretKeys: { [knows]: 'test' },
  });
  onTestFinished(() => s3.close());
  useAwsEnvironment({ ...operator, AWS_ENDPOINT_URL_S3: s3.url });
}

const operator = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'test' };
const link = (...words: string[]) => runWords(['upload-link', 'demo', ...words]);

describe('a link', () => {
  test('uploads a menu of its merchant, which a running serve imports', async () => {
    const stateRoot = await temporaryDirectory();
    const imported = Promise.withResolvers<PromiseSettledResult<HandlerResult>>();
    const stack = await startLocalStack({ stateRoot, merchants: ['demo'], onImport: imported.resolve });
    onTestFinished(() => stack.close());

    const made = await link('--state', stateRoot, '--json');
    const { url, fields, merchant } = JSON.parse(made.out) as UploadLink;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append(
      'file',
      new Blob([
        await menuWorkbook({
          Menu: [
            ['Title', 'Price'],
            ['Ramen', 45_000],
          ],
        }),
      ]),
      'Menu baru.xlsx',
    );
    expect((await fetch(url, { method: 'POST', body: form })).status).toBe(204);

    expect(merchant).toBe('demo');
    expect(await imported.promise).toMatchObject({ value: { imports: [{ merchant: 'demo', outcome: 'completed' }] } });
  });

  test('allows files of this merchant, of one type, up to the largest that is read, and nothing else', async () => {
    const client = new S3Client({ region: 'eu-west-1', credentials: { accessKeyId: 'operator', secretAccessKey: 'test' } });
    const { link: made } = await makeUploadLink(client, 'uploads', { merchant: 'demo', expiresSeconds: 3_600 });
    expect(made.url).toBe('https://uploads.s3.eu-west-1.amazonaws.com/');
    const { expiration, conditions } = parsePolicy(made.fields['Policy'] ?? '');
    expect(conditions).toEqual(
      expect.arrayContaining([
        ['content-length-range', 1, 10_000_000],
        ['eq', '$Content-Type', 'application/octet-stream'],
        ['eq', '$bucket', 'uploads'],
        ['starts-with', '$key', 'uploads/demo/'],
      ]),
    );
    expect(conditions).toHaveLength(7);
    expect(made.expiresAt).toBe(expiration.toISOString());
  });

  test('of temporary credentials ends with them', async () => {
    const now = new Date('2026-12-01T08:00:00Z');
    const temporary = { accessKeyId: 'operator', secretAccessKey: 'test', sessionToken: 'token' };
    const make = (expiration?: Date) => {
      const credentials = { ...temporary, ...(expiration === undefined ? {} : { expiration }) };
      return makeUploadLink(
        new S3Client({ region: 'eu-west-1', credentials }),
        'uploads',
        { merchant: 'demo', expiresSeconds: 7_200 },
        now,
      );
    };
    const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    expect((await make()).endsWithCredentials).toBe('unknown');
    expect((await make(later(180))).endsWithCredentials).toBe('no');
    expect((await make(later(30))).endsWithCredentials).toBe('sooner');
    await expect(make(later(0.5))).rejects.toThrow('The credentials end within a minute.');
  });
});

test('a page is written, and what it is and how to keep it is said', async () => {
  await startRemoteUploads();
  const out = join(await temporaryDirectory(), 'page.html');
  const made = await link('--bucket', 'uploads', '--out', out, '--expires', '12h', '--language', 'id', '--contact', '<b>Sari</b>');
  expect(made).toMatchObject({ status: 0, err: '' });
  expect(made.out).toMatch(
    /^Wrote .*page\.html\. It uploads menus of demo to uploads until \w+, .* UTC\.\nSend it to demo, .*\nKeep it as .*\n.*operator/,
  );
  const page = await readFile(out, 'utf8');
  expect(page).toContain('<html lang="id">');
  expect(page).toContain('&#60;b&#62;Sari&#60;/b&#62;');
  expect(page).not.toContain('<b>Sari');
});

describe('one sentence says', () => {
  test('what is wrong with the bucket', async () => {
    expect(await runWords(['upload-link', 'demo', '--state', await temporaryDirectory()])).toMatchObject({
      status: 3,
      out: '',
      err: expect.stringMatching(/^No bucket is named: .*UPLOADS_BUCKET.*\n$/),
    });
    await startRemoteUploads();
    expect(await link('--bucket', 'nowhere')).toMatchObject({
      status: 3,
      err: expect.stringMatching(/^There is no bucket "nowhere"\. .*\n$/),
    });
    const nowhere = join(await temporaryDirectory(), 'none', 'page.html');
    const unwritable = await runWords(['upload-link', 'demo', '--out', nowhere], { UPLOADS_BUCKET: 'uploads' });
    expect(unwritable).toEqual({ status: 3, out: '', err: `${nowhere}: there is no such folder.\n` });
    await startRemoteUploads({ cors: [] });
    expect((await link('--bucket', 'uploads')).err).toMatch(/no CORS rule/);
    expect((await link('--bucket', 'uploads', '--json')).status).toBe(0);
  });

  test('what is wrong with the credentials, the region or the network', async () => {
    const attempt = async () => (await link('--bucket', 'uploads', '--json')).err;
    await startRemoteUploads({ mayWrite: false });
    expect(await attempt()).toMatch(/^Access denied: .*s3:PutObject.*\n$/);
    await startRemoteUploads({ knows: 'somebody' });
    expect(await attempt()).toBe('AWS refused the credentials. Sign in again.\n');
    useAwsEnvironment({ ...operator, AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1' });
    expect(await attempt()).toMatch(/^S3 could not be reached at 127\.0\.0\.1:1\. .*\n$/);
    useAwsEnvironment({ AWS_REGION: 'us-east-1' });
    expect(await attempt()).toMatch(/^There are no AWS credentials\. .*\n$/);
    useAwsEnvironment({ AWS_ACCESS_KEY_ID: 'operator', AWS_SECRET_ACCESS_KEY: 'test' });
    expect(await attempt()).toMatch(/^No AWS region is set\. .*\n$/);
  });

  test.each([
    [[], 'needs the merchant'],
    [['demo', 'sari'], 'takes one merchant'],
    [['Warung Hoshi'], 'cannot be the name of a merchant'],
    [['demo', '--expires', '8d'], 'from one minute to seven days'],
    [['demo', '--bucket', 's3://uploads/'], 'cannot be the name of a bucket'],
    [['demo', '--bucket', 'uploads', '--state', '.'], 'name one of them'],
    [['demo', '--json', '--out', 'x.html'], 'writes no page'],
    [['demo', '--language', 'fr'], 'choose one of en, id'],
    [['demo', '--contact', 'a\nb'], 'one line'],
    [['demo', '--for', 'x'], "Unknown option '--for'"],
  ])('why %j is wrong usage', (words, because) => {
    expect(() => parseUploadLinkCommand(words)).toThrow(because);
  });
});

test.each([
  ['7d', 604_800],
  ['12h', 43_200],
  ['1m', 60],
  ['0m', undefined],
  ['8d', undefined],
  ['169h', undefined],
  ['1w', undefined],
  ['1.5h', undefined],
  ['', undefined],
])('--expires %j is %j seconds', (written, seconds) => {
  expect(parseExpires(written)).toBe(seconds);
});
