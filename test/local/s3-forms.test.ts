import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { createPresignedPost, type PresignedPostOptions } from '@aws-sdk/s3-presigned-post';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { S3Event } from '../../infra/local/s3/object-created-event.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';

const events: S3Event[] = [];
let client: S3Client;
const closers: (() => Promise<unknown>)[] = [];

function clientOf(endpoint: string, secretAccessKey = 'secret', accessKeyId = 'OWNER'): S3Client {
  return new S3Client({ endpoint, region: 'ap-southeast-1', credentials: { accessKeyId, secretAccessKey } });
}

beforeAll(async () => {
  const directory = await mkdtemp(join(tmpdir(), 's3-forms-'));
  const server = await startS3Server({
    directory,
    buckets: [
      { name: 'uploads', notify: true, cors: [{ origins: ['*'], methods: ['POST'], exposes: ['ETag', 'x-amz-version-id'] }] },
      { name: 'quiet' },
    ],
    allow: ({ key = '' }) => !key.includes('denied'),
    formSecretKeys: { OWNER: 'secret' },
    onObjectCreated: (event) => void events.push(event),
  });
  client = clientOf(server.url);
  closers.push(server.close, () => rm(directory, { recursive: true }));
});
afterAll(async () => {
  for (const close of closers) await close();
});

/** A form as the SDK makes it: for one merchant, of one type, from 1 to 10 bytes. */
function sign(options: Partial<PresignedPostOptions> = {}, by = client) {
  return createPresignedPost(by, {
    Bucket: 'uploads',
    Key: 'uploads/demo/${filename}',
    Fields: { 'Content-Type': 'application/octet-stream' },
    Conditions: [['content-length-range', 1, 10]],
    ...options,
  });
}

interface Posting {
  fields?: Record<string, string>;
  text?: string;
  fileName?: string;
}

async function post(signed: Awaited<ReturnType<typeof sign>>, { fields = {}, text = 'menu', fileName = 'menu.xlsx' }: Posting = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...signed.fields, ...fields })) form.append(name, value);
  form.append('file', new Blob([text]), fileName);
  const answer = await fetch(signed.url, { method: 'POST', body: form, headers: { origin: 'null' } });
  const body = await answer.text();
  const [, code, message] = /<Code>(.*)<\/Code><Message>(.*)<\/Message>/.exec(body) ?? [];
  return { status: answer.status, headers: answer.headers, body, code, message };
}

describe('a form that is signed', () => {
  test('makes an object, a version and an event, as S3 does', async () => {
    const { status, headers } = await post(await sign(), { fileName: 'C:\\menus\\Menü 1.xlsx' });
    expect(status).toBe(204);
    const key = 'uploads/demo/Menü 1.xlsx';
    const stored = await client.send(
      new GetObjectCommand({ Bucket: 'uploads', Key: key, VersionId: headers.get('x-amz-version-id') ?? '' }),
    );
    expect(await stored.Body?.transformToString()).toBe('menu');
    expect(stored).toMatchObject({ ContentType: 'application/octet-stream', ETag: headers.get('etag') });
    expect(headers.get('location')).toContain('/uploads/uploads/demo/Men%C3%BC%201.xlsx');
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(events.at(-1)?.Records[0]).toMatchObject({
      eventName: 'ObjectCreated:Post',
      awsRegion: 'ap-southeast-1',
      s3: { object: { key: 'uploads/demo/Men%C3%BC+1.xlsx', versionId: headers.get('x-amz-version-id') } },
    });
  });

  test.each([
    ['200', 200, ''],
    ['201', 201, '<Bucket>uploads</Bucket><Key>uploads/demo/menu.xlsx</Key>'],
  ])('is answered %s where it asks for that', async (asked, status, body) => {
    const fields = { 'Content-Type': 'application/octet-stream', success_action_status: asked };
    const answer = await post(await sign({ Fields: fields }));
    expect(answer.status).toBe(status);
    expect(answer.body).toContain(body);
  });
});

const changedPolicy = (fields: Record<string, string>) => {
  const policy = Buffer.from(fields['Policy'] ?? '', 'base64').toString();
  return { Policy: Buffer.from(policy.replace('uploads/demo/', 'uploads/')).toString('base64') };
};

describe('a form is refused', () => {
  test.each<[string, Partial<PresignedPostOptions>, Posting, number, string, string]>([
    ['that has expired', { Expires: -1 }, {}, 403, 'AccessDenied', 'Invalid according to Policy: Policy expired.'],
    ['with a file too large', {}, { text: '12345678901' }, 400, 'EntityTooLarge', 'maximum'],
    ['with a file too small', {}, { text: '' }, 400, 'EntityTooSmall', 'minimum'],
    [
      'for another merchant',
      {},
      { fields: { key: 'uploads/sari/menu.xlsx' } },
      403,
      'AccessDenied',
      '["starts-with","$key","uploads/demo/"]',
    ],
    ['of another type', {}, { fields: { 'Content-Type': 'text/html' } }, 403, 'AccessDenied', '["eq","$Content-Type"'],
    ['with a field that was not signed', {}, { fields: { acl: 'public-read' } }, 403, 'AccessDenied', 'Extra input fields: acl'],
    ['with a field that is not done here', { Fields: { acl: 'private' } }, {}, 501, 'NotImplemented', 'acl'],
    ['with another signature', {}, { fields: { 'X-Amz-Signature': '0'.repeat(64) } }, 403, 'SignatureDoesNotMatch', ''],
    ['with fields longer than S3 reads', {}, { fields: { 'x-ignore-me': 'x'.repeat(20_000) } }, 400, 'MaxPostPreDataLengthExceeded', ''],
    ['where its signer may not write', { Key: 'uploads/denied/menu.xlsx' }, {}, 403, 'AccessDenied', 'Access Denied'],
    ['to another bucket', { Bucket: 'nowhere' }, {}, 404, 'NoSuchBucket', ''],
  ])('%s', async (_, options, posting, status, code, message) => {
    const before = events.length;
    const answer = await post(await sign(options), posting);
    expect(answer).toMatchObject({ status, code });
    expect(answer.message?.replaceAll('&quot;', '"')).toContain(message);
    expect(events).toHaveLength(before);
  });

  test('whose policy was changed after it was signed', async () => {
    const signed = await sign();
    expect(await post(signed, { fields: changedPolicy(signed.fields) })).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('that a key signed which is not known, or not that secret', async () => {
    const { url } = await sign();
    const endpoint = new URL(url).origin;
    expect(await post(await sign({}, clientOf(endpoint, 'secret', 'OTHER')))).toMatchObject({ status: 403, code: 'InvalidAccessKeyId' });
    expect(await post(await sign({}, clientOf(endpoint, 'guess')))).toMatchObject({ status: 403, code: 'SignatureDoesNotMatch' });
  });

  test('that is none', async () => {
    const { url } = await sign();
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    expect(await (await fetch(url, { method: 'POST', headers, body: 'x' })).text()).toContain('<Code>MalformedPOSTRequest</Code>');
    const unsigned = await fetch(url, { method: 'POST', body: '' });
    expect(unsigned.status).toBe(403);
  });
});

test('a browser may ask first, and is told what the rule of the bucket allows', async () => {
  const { url } = await sign();
  const ask = (method: string, to = url) =>
    fetch(to, { method: 'OPTIONS', headers: { origin: 'null', 'access-control-request-method': method } });
  const allowed = await ask('POST');
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe('*');
  expect(allowed.headers.get('access-control-expose-headers')).toBe('ETag, x-amz-version-id');
  const refused = [await ask('PUT'), await ask('POST', url.replace(/uploads$/, 'quiet'))];
  for (const answer of refused) {
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.text()).toContain('<Code>AccessForbidden</Code><Message>CORSResponse: ');
  }
});
