import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { bucket, s3Client, startS3 } from './s3-fixture.ts';

const racers = Array.from({ length: 20 }, (_, index) => `racer ${index}`);

function putIfAbsent(client: S3Client, body: string) {
  return client.send(new PutObjectCommand({ Bucket: bucket, Key: 'key', Body: body, IfNoneMatch: '*' }));
}

function putIfMatch(client: S3Client, body: string, etag: string | undefined) {
  return client.send(new PutObjectCommand({ Bucket: bucket, Key: 'key', Body: body, IfMatch: etag }));
}

async function read(client: S3Client) {
  return (await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key' }))).Body?.transformToString();
}

function winners(results: readonly PromiseSettledResult<unknown>[]): string[] {
  return racers.filter((_, index) => results[index]?.status === 'fulfilled');
}

describe('If-None-Match: *', () => {
  test('lets one of twenty racers win, and its object is the one that lies there', async () => {
    const { url, directory } = await startS3();
    const clients = racers.map(() => s3Client(url));
    const results = await Promise.allSettled(racers.map((racer, index) => putIfAbsent(clients[index] ?? s3Client(url), racer)));

    expect(winners(results)).toHaveLength(1);
    expect(await read(s3Client(url))).toBe(winners(results)[0]);
    const losers = results.filter((result) => result.status === 'rejected').map((result) => result.reason);
    for (const loser of losers) expect(loser).toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    expect(await readdir(join(directory, bucket, 'bodies'))).toHaveLength(1);
    expect(await readdir(join(directory, bucket, 'incoming'))).toEqual([]);
  });

  test('holds again once the object is deleted', async () => {
    const { client } = await startS3();
    await putIfAbsent(client, 'first');
    await expect(putIfAbsent(client, 'second')).rejects.toMatchObject({ name: 'PreconditionFailed' });
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key' }));
    await putIfAbsent(client, 'third');
    expect(await read(client)).toBe('third');
  });
});

describe('If-Match', () => {
  test('lets one of twenty racers replace what all of them read', async () => {
    const { client } = await startS3();
    const { ETag } = await putIfAbsent(client, 'start');
    const results = await Promise.allSettled(racers.map((racer) => putIfMatch(client, racer, ETag)));
    expect(winners(results)).toHaveLength(1);
    expect(await read(client)).toBe(winners(results)[0]);
  });

  test('refuses another ETag with 412', async () => {
    const { client } = await startS3();
    await putIfAbsent(client, 'start');
    const other = putIfMatch(client, 'next', '"d41d8cd98f00b204e9800998ecf8427e"');
    await expect(other).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    expect(await read(client)).toBe('start');
  });

  test('refuses a key that has no object, or has none any more, with 404', async () => {
    const { client } = await startS3();
    await expect(putIfMatch(client, 'next', '"0"')).rejects.toMatchObject({ name: 'NoSuchKey', $metadata: { httpStatusCode: 404 } });
    const { ETag } = await putIfAbsent(client, 'start');
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key' }));
    await expect(putIfMatch(client, 'next', ETag)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });
});

test('conditions that S3 does not have on writes are not passed over', async () => {
  const { client } = await startS3();
  const put = client.send(new PutObjectCommand({ Bucket: bucket, Key: 'key', Body: 'x', IfNoneMatch: '"0"' }));
  await expect(put).rejects.toMatchObject({ name: 'NotImplemented' });
  const remove = client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key', IfMatch: '"0"' }));
  await expect(remove).rejects.toMatchObject({ name: 'NotImplemented' });
});
