import {
  DeleteObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandInput,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { bucket, byText, startS3 } from './s3-fixture.ts';

async function put(client: S3Client, ...keys: string[]) {
  for (const key of keys) await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: key }));
}

async function list(client: S3Client, input: Partial<ListObjectsV2CommandInput> = {}) {
  const answer = await client.send(new ListObjectsV2Command({ Bucket: bucket, ...input }));
  return {
    keys: answer.Contents?.map(({ Key }) => Key) ?? [],
    folded: answer.CommonPrefixes?.map(({ Prefix }) => Prefix) ?? [],
    answer,
  };
}

describe('ListObjectsV2', () => {
  test('answers an empty bucket', async () => {
    const { client } = await startS3();
    const { answer } = await list(client);
    expect(answer).toMatchObject({ KeyCount: 0, IsTruncated: false, Name: bucket });
    expect(answer.Contents).toBeUndefined();
  });

  test('sorts keys by their bytes and describes each object', async () => {
    const { client } = await startS3();
    // U+FF5E sorts before U+1F600 in UTF-8, and after it in UTF-16.
    await put(client, 'b', '😀', 'é', 'B', '～', 'a/2', 'a/10');
    const { keys, answer } = await list(client);
    expect(keys).toEqual(['B', 'a/10', 'a/2', 'b', 'é', '～', '😀']);
    expect(answer.Contents?.[0]).toMatchObject({ Size: 1, ETag: '"9d5ed678fe57bcca610140957afab571"', LastModified: expect.any(Date) });
  });

  test('leaves out what is deleted and what has another prefix', async () => {
    const { client } = await startS3();
    await put(client, 'ledger/a/1', 'ledger/a/2', 'ledger/b/1', 'ledger');
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'ledger/a/1' }));
    expect((await list(client, { Prefix: 'ledger/a/' })).keys).toEqual(['ledger/a/2']);
  });

  test('folds keys at the delimiter', async () => {
    const { client } = await startS3();
    await put(client, 'a/1', 'a/2', 'b', 'c/d/1', 'c/2');
    expect(await list(client, { Delimiter: '/' })).toMatchObject({ keys: ['b'], folded: ['a/', 'c/'] });
    expect(await list(client, { Delimiter: '/', Prefix: 'c/' })).toMatchObject({ keys: ['c/2'], folded: ['c/d/'] });
  });

  test.each([1, 2, 3, 1000])('gives every entry once in pages of %i', async (pageSize) => {
    const { client } = await startS3();
    await put(client, 'a/1', 'a/2', 'a/3', 'b', 'c/1', 'c/2', 'd', 'é &<>.x');
    const entries: (string | undefined)[] = [];
    for await (const page of paginateListObjectsV2({ client, pageSize }, { Bucket: bucket, Delimiter: '/' })) {
      entries.push(...(page.Contents ?? []).map(({ Key }) => Key), ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      expect(page.KeyCount).toBeLessThanOrEqual(pageSize);
    }
    expect(entries.sort(byText)).toEqual(['a/', 'b', 'c/', 'd', 'é &<>.x']);
  });

  test('starts after a key', async () => {
    const { client } = await startS3();
    await put(client, 'a', 'b', 'c');
    expect((await list(client, { StartAfter: 'a' })).keys).toEqual(['b', 'c']);
    expect((await list(client, { StartAfter: 'aa', MaxKeys: 1 })).keys).toEqual(['b']);
    expect((await list(client, { MaxKeys: 0 })).answer).toMatchObject({ KeyCount: 0, IsTruncated: false });
  });

  test('encodes keys on request, and keeps every character without', async () => {
    const { client } = await startS3();
    const key = 'a b/ü+(1)&<"\r\n\t\u0001.xlsx';
    await put(client, key);
    expect((await list(client)).keys).toEqual([key]);
    expect((await list(client, { EncodingType: 'url' })).keys).toEqual(['a+b/%C3%BC%2B%281%29%26%3C%22%0D%0A%09%01.xlsx']);
  });

  test('refuses a token of somebody else', async () => {
    const { client } = await startS3();
    await expect(list(client, { ContinuationToken: 'bm9uc2Vuc2U=' })).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});

describe('ListObjectVersions', () => {
  test('shows versions and delete markers, newest first', async () => {
    const { client } = await startS3();
    await put(client, 'key', 'key');
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key' }));
    const answer = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'ke' }));
    expect(answer.DeleteMarkers).toMatchObject([{ Key: 'key', IsLatest: true }]);
    expect(answer.Versions).toMatchObject([
      { Key: 'key', IsLatest: false, Size: 3 },
      { Key: 'key', IsLatest: false, Size: 3 },
    ]);
  });

  test.each([1, 2, 3])('gives every version once in pages of %i', async (pageSize) => {
    const { client } = await startS3();
    await put(client, 'a', 'b', 'b', 'b', 'c/1', 'c/1', 'd');
    const seen: (string | undefined)[] = [];
    let next: Pick<ListObjectVersionsCommandOutput, 'NextKeyMarker' | 'NextVersionIdMarker'> = {};
    do {
      const from = { KeyMarker: next.NextKeyMarker, VersionIdMarker: next.NextVersionIdMarker };
      const page = await client.send(new ListObjectVersionsCommand({ Bucket: bucket, Delimiter: '/', MaxKeys: pageSize, ...from }));
      seen.push(...(page.Versions ?? []).map(({ Key }) => Key), ...(page.CommonPrefixes ?? []).map(({ Prefix }) => Prefix));
      expect(page.IsTruncated).toBe(page.NextKeyMarker !== undefined);
      next = page;
    } while (next.NextKeyMarker !== undefined);
    expect(seen.sort(byText)).toEqual(['a', 'b', 'b', 'b', 'c/', 'd']);
  });

  test('keeps the versions of a key in the order of their writing', async () => {
    const { client } = await startS3();
    const written: unknown[] = [];
    for (const body of ['1', '2', '3']) {
      written.unshift((await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'key', Body: body }))).VersionId);
    }
    const answer = await client.send(new ListObjectVersionsCommand({ Bucket: bucket }));
    expect(answer.Versions?.map(({ VersionId }) => VersionId)).toEqual(written);
  });
});
