import { readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import {
  CopyObjectCommand,
  CreateBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  GetObjectTaggingCommand,
  HeadObjectCommand,
  ListBucketsCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { AccessRequest } from '../../infra/local/s3/access.ts';
import type { S3Event } from '../../infra/local/s3/object-created-event.ts';
import { bucket, byText, s3Client, startS3, temporaryDirectory } from './s3-fixture.ts';

const object = { Bucket: bucket, Key: 'key' };

async function read(client: S3Client, VersionId?: string) {
  return (await client.send(new GetObjectCommand({ ...object, VersionId }))).Body?.transformToString();
}

describe('errors', () => {
  test('have the names that the SDK knows them by', async () => {
    const { client } = await startS3();
    await expect(client.send(new GetObjectCommand(object))).rejects.toMatchObject({
      name: 'NoSuchKey',
      $metadata: { httpStatusCode: 404, requestId: expect.stringMatching(/^[0-9A-F]{16}$/) },
    });
    await expect(client.send(new HeadObjectCommand(object))).rejects.toMatchObject({ name: 'NotFound' });
    await expect(client.send(new GetObjectCommand({ ...object, VersionId: 'none' }))).rejects.toMatchObject({ name: 'NoSuchVersion' });
    const elsewhere = client.send(new PutObjectCommand({ Bucket: 'other-bucket', Key: 'key', Body: 'text' }));
    await expect(elsewhere).rejects.toMatchObject({ name: 'NoSuchBucket', $metadata: { httpStatusCode: 404 } });
  });

  test('say NotImplemented for every operation that is not there', async () => {
    const { client } = await startS3();
    const others = [
      () => client.send(new ListBucketsCommand()),
      () => client.send(new ListObjectsCommand({ Bucket: bucket })),
      () => client.send(new CreateBucketCommand({ Bucket: bucket })),
      () => client.send(new CopyObjectCommand({ ...object, CopySource: `${bucket}/other` })),
      () => client.send(new GetObjectTaggingCommand(object)),
      () => client.send(new PutObjectCommand({ ...object, Body: 'text', ACL: 'public-read' })),
      () => client.send(new GetObjectCommand({ ...object, ResponseContentType: 'text/html' })),
      () => client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: [{ Key: 'key' }] } })),
    ];
    for (const other of others) {
      await expect(other()).rejects.toMatchObject({ name: 'NotImplemented', $metadata: { httpStatusCode: 501 } });
    }
  });

  test('are XML with code, message and request id', async () => {
    const { url } = await startS3();
    const answer = await fetch(`${url}/${bucket}/key`);
    const text = await answer.text();
    expect(answer.status).toBe(403);
    expect(text).toContain(`<Error><Code>AccessDenied</Code><Message>Access Denied</Message>`);
    expect(text).toContain(`<RequestId>${answer.headers.get('x-amz-request-id')}</RequestId>`);
  });
});

describe('access', () => {
  test('is denied without a signature', async () => {
    const { url } = await startS3();
    const answer = await fetch(`${url}/${bucket}/key`, { method: 'PUT', body: 'x' });
    expect(answer.status).toBe(403);
  });

  test('is asked for by the names that policies have', async () => {
    const asked: AccessRequest[] = [];
    const allow = (request: AccessRequest) => {
      asked.push(request);
      return true;
    };
    const { client } = await startS3({ allow });
    const { VersionId } = await client.send(new PutObjectCommand({ ...object, Body: 'text' }));
    await read(client);
    await read(client, VersionId);
    await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: 'key' }));
    await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    await client.send(new DeleteObjectCommand(object));
    await client.send(new DeleteObjectCommand({ ...object, VersionId }));
    const about = { bucket, accessKeyId: 'OWNER' };
    expect(asked).toEqual([
      { ...about, action: 's3:PutObject', key: 'key' },
      { ...about, action: 's3:GetObject', key: 'key' },
      { ...about, action: 's3:GetObjectVersion', key: 'key' },
      { ...about, action: 's3:ListBucket' },
      { ...about, action: 's3:ListBucketVersions' },
      { ...about, action: 's3:DeleteObject', key: 'key' },
      { ...about, action: 's3:DeleteObjectVersion', key: 'key' },
    ]);
  });

  test('follows the policy for each caller, and a denied write leaves nothing', async () => {
    const allow = ({ accessKeyId, action }: AccessRequest) => accessKeyId === 'OWNER' || action === 's3:GetObject';
    const { client, url } = await startS3({ allow });
    const reader = s3Client(url, 'READER');
    await client.send(new PutObjectCommand({ ...object, Body: 'text' }));
    expect(await read(reader)).toBe('text');
    const denied = [
      () => reader.send(new PutObjectCommand({ ...object, Body: Buffer.alloc(8_000_000) })),
      () => reader.send(new ListObjectsV2Command({ Bucket: bucket })),
      () => reader.send(new DeleteObjectCommand(object)),
    ];
    for (const attempt of denied) {
      await expect(attempt()).rejects.toMatchObject({ name: 'AccessDenied', $metadata: { httpStatusCode: 403 } });
    }
    expect(await read(client)).toBe('text');
  });

  test('to a missing key is denied to whoever may not list', async () => {
    const allow = ({ accessKeyId, action }: AccessRequest) => accessKeyId === 'OWNER' || action !== 's3:ListBucket';
    const { client, url } = await startS3({ allow });
    const reader = s3Client(url, 'READER');
    await expect(read(client)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(read(reader)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(reader.send(new HeadObjectCommand(object))).rejects.toMatchObject({ $metadata: { httpStatusCode: 403 } });
    await client.send(new PutObjectCommand({ ...object, Body: 'text' }));
    await client.send(new DeleteObjectCommand(object));
    await expect(read(reader)).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  test('to compare an ETag takes the right to read', async () => {
    const { client } = await startS3({ allow: ({ action }) => action !== 's3:GetObject' });
    const { ETag } = await client.send(new PutObjectCommand({ ...object, Body: 'text', IfNoneMatch: '*' }));
    const replace = client.send(new PutObjectCommand({ ...object, Body: 'other', IfMatch: ETag }));
    await expect(replace).rejects.toMatchObject({ name: 'AccessDenied' });
  });
});

describe('events', () => {
  test('tell of a new object as S3 does', async () => {
    const arrived = Promise.withResolvers<S3Event>();
    const { client } = await startS3({ onObjectCreated: arrived.resolve });
    const written = await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'uploads/demo/Menü (1)+a b.xlsx', Body: 'text' }));
    const event = await arrived.promise;
    expect(event.Records).toHaveLength(1);
    expect(event.Records[0]).toMatchObject({
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: 'ap-southeast-1',
      eventTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      eventName: 'ObjectCreated:Put',
      s3: {
        s3SchemaVersion: '1.0',
        bucket: { name: bucket, arn: `arn:aws:s3:::${bucket}` },
        object: {
          key: 'uploads/demo/Men%C3%BC+%281%29%2Ba+b.xlsx',
          size: 4,
          eTag: '1cb251ec0d568de6a929b520c4aed8d1',
          versionId: written.VersionId,
          sequencer: expect.stringMatching(/^[0-9A-F]{16}$/),
        },
      },
    });
  });

  test('have sequencers that grow, after a restart too', async () => {
    const directory = await temporaryDirectory();
    const sequencers: (string | undefined)[] = [];
    const onObjectCreated = ({ Records }: S3Event) => void sequencers.push(Records[0]?.s3.object.sequencer);
    for (const _ of ['once', 'again']) {
      const server = await startS3({ directory, onObjectCreated });
      for (const Body of ['1', '2', '3']) await server.client.send(new PutObjectCommand({ ...object, Body }));
      await server.close();
    }
    expect(sequencers).toHaveLength(6);
    expect(sequencers).toEqual(Array.from(new Set(sequencers)).sort(byText));
  });

  test('come from buckets with notifications only, and for writes that happened only', async () => {
    const keys: (string | undefined)[] = [];
    const { client } = await startS3({
      buckets: [{ name: bucket, notify: true }, { name: 'quiet-bucket' }],
      onObjectCreated: ({ Records }) => void keys.push(Records[0]?.s3.object.key),
    });
    await client.send(new PutObjectCommand({ Bucket: 'quiet-bucket', Key: 'quiet', Body: 'text' }));
    await client.send(new PutObjectCommand({ ...object, Body: 'text', IfNoneMatch: '*' }));
    const again = client.send(new PutObjectCommand({ ...object, Body: 'text', IfNoneMatch: '*' }));
    await expect(again).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await client.send(new DeleteObjectCommand(object));
    expect(keys).toEqual(['key']);
  });
});

test('an event that nobody can take does not harm the upload', async () => {
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  onTestFinished(() => logged.mockRestore());
  const { client } = await startS3({ onObjectCreated: () => Promise.reject(new Error('not now')) });
  await client.send(new PutObjectCommand({ ...object, Body: 'text' }));
  expect(await read(client)).toBe('text');
  expect(logged).toHaveBeenCalledOnce();
});

describe('the directory', () => {
  test('holds everything that a later server needs', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const first = await before.client.send(new PutObjectCommand({ ...object, Body: 'first', Metadata: { a: 'b' }, ContentType: 'text/x' }));
    const second = await before.client.send(new PutObjectCommand({ ...object, Body: 'second' }));
    await before.client.send(new DeleteObjectCommand(object));
    await before.close();

    const { client } = await startS3({ directory });
    await expect(read(client)).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await read(client, second.VersionId)).toBe('second');
    const answer = await client.send(new GetObjectCommand({ ...object, VersionId: first.VersionId }));
    expect(answer).toMatchObject({ Metadata: { a: 'b' }, ContentType: 'text/x', ETag: first.ETag });
    const third = client.send(new PutObjectCommand({ ...object, Body: 'third', IfMatch: second.ETag }));
    await expect(third).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test('is cleared of what a crash left unfinished, which never was an object', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    await before.client.send(new PutObjectCommand({ ...object, Body: 'whole' }));
    await before.close();
    await writeFile(join(directory, bucket, 'incoming', 'half'), 'ha');
    await writeFile(join(directory, bucket, 'bodies', 'FFFFFFFFFFFFFFFF-no-description'), 'body');

    const { client } = await startS3({ directory });
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents).toHaveLength(1);
    expect(await read(client)).toBe('whole');
    expect(await readdir(join(directory, bucket, 'incoming'))).toEqual([]);
    expect(await readdir(join(directory, bucket, 'bodies'))).toHaveLength(1);
  });

  test('shows a body under a name that says what it is', async () => {
    const { client, directory } = await startS3();
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'reports/demo/report.html', Body: 'text' }));
    expect(await readdir(join(directory, bucket, 'bodies'))).toEqual([expect.stringMatching(/-reports_demo_report\.html$/)]);
  });
});

test('an upload that breaks off leaves nothing', async () => {
  const { client, url } = await startS3();
  const authorization = 'AWS4-HMAC-SHA256 Credential=OWNER/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0';
  const upload = request(`${url}/${bucket}/key`, { method: 'PUT', headers: { authorization, 'content-length': '100' } });
  upload.on('error', () => undefined);
  await new Promise((resolve) => void upload.write('half', resolve));
  const closed = Promise.withResolvers<void>();
  upload.on('close', closed.resolve).destroy();
  await closed.promise;
  await expect(read(client)).rejects.toMatchObject({ name: 'NoSuchKey' });
});

test('a server that is closed has answered what it was asked, and frees its port', async () => {
  const directory = await temporaryDirectory();
  const { url, client, close } = await startS3({ directory });
  const writes = Array.from({ length: 20 }, (_, index) => client.send(new PutObjectCommand({ ...object, Body: `${index}` })));
  await writes[0];
  await close();
  await Promise.allSettled(writes);
  const again = await startS3({ directory, port: Number(new URL(url).port) });
  expect(again.url).toBe(url);
});
