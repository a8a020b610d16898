import { createHash, randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { Readable } from 'node:stream';
import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { bucket, byText, s3Client, startS3, temporaryDirectory } from './s3-fixture.ts';

async function put(client: S3Client, key: string, body: string | Uint8Array) {
  return client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
}

async function read(client: S3Client, key: string, versionId?: string) {
  const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
  return answer.Body?.transformToString();
}

describe('an object', () => {
  test('comes back with its bytes, ETag, version, type and metadata', async () => {
    const { client } = await startS3();
    const bytes = randomBytes(300_000);
    const written = await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: 'uploads/demo/menu.xlsx',
        Body: bytes,
        ContentType: 'application/vnd.ms-excel',
        CacheControl: 'no-store',
        ContentDisposition: 'attachment',
        Metadata: { merchant: 'demo' },
      }),
    );
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'uploads/demo/menu.xlsx' }));

    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? [])).toEqual(bytes);
    expect(answer).toMatchObject({
      ETag: `"${createHash('md5').update(bytes).digest('hex')}"`,
      VersionId: written.VersionId,
      ContentType: 'application/vnd.ms-excel',
      CacheControl: 'no-store',
      ContentDisposition: 'attachment',
      ContentLength: 300_000,
      Metadata: { merchant: 'demo' },
      ChecksumCRC32: written.ChecksumCRC32,
    });
    expect(answer.LastModified).toBeInstanceOf(Date);
    expect(written.ETag).toBe(answer.ETag);
  });

  test('has no body in the answer to HEAD, but all of its headers', async () => {
    const { client } = await startS3();
    const written = await put(client, 'key', 'five!');
    const answer = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'key' }));
    expect(answer).toMatchObject({ ContentLength: 5, ETag: written.ETag, VersionId: written.VersionId });
  });

  test('may be empty', async () => {
    const { client } = await startS3();
    await put(client, 'empty', new Uint8Array(0));
    expect(await read(client, 'empty')).toBe('');
  });

  test.each([
    ['bytes=1-3', 'bcd', 'bytes 1-3/10'],
    ['bytes=7-', 'hij', 'bytes 7-9/10'],
    ['bytes=-2', 'ij', 'bytes 8-9/10'],
    ['bytes=5-100', 'fghij', 'bytes 5-9/10'],
  ])('is sent in part for %s', async (range, body, contentRange) => {
    const { client } = await startS3();
    await put(client, 'key', 'abcdefghij');
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key', Range: range }));
    expect(await answer.Body?.transformToString()).toBe(body);
    expect(answer).toMatchObject({ ContentRange: contentRange, $metadata: { httpStatusCode: 206 } });
  });

  test('has no bytes beyond its end', async () => {
    const { client } = await startS3();
    await put(client, 'key', 'abc');
    const beyond = client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key', Range: 'bytes=3-' }));
    await expect(beyond).rejects.toMatchObject({ name: 'InvalidRange', $metadata: { httpStatusCode: 416 } });
  });

  test('is not sent again to whoever has it', async () => {
    const { client } = await startS3();
    const { ETag } = await put(client, 'key', 'abc');
    const same = client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key', IfNoneMatch: ETag }));
    await expect(same).rejects.toMatchObject({ $metadata: { httpStatusCode: 304 } });
    const other = client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key', IfMatch: '"0"' }));
    await expect(other).rejects.toMatchObject({ name: 'PreconditionFailed' });
  });
});

describe('versions', () => {
  test('stay readable when the key is written again', async () => {
    const { client } = await startS3();
    const first = await put(client, 'key', 'first');
    const second = await put(client, 'key', 'second');
    expect(first.VersionId).not.toBe(second.VersionId);
    expect(await read(client, 'key')).toBe('second');
    expect(await read(client, 'key', first.VersionId)).toBe('first');
  });

  test('stay behind a delete marker, which can be taken away', async () => {
    const { client } = await startS3();
    const { VersionId } = await put(client, 'key', 'text');
    const deleted = await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key' }));
    expect(deleted.DeleteMarker).toBe(true);
    await expect(read(client, 'key')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(read(client, 'key', deleted.VersionId)).rejects.toMatchObject({ name: 'MethodNotAllowed' });
    expect(await read(client, 'key', VersionId)).toBe('text');

    const restored = await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key', VersionId: deleted.VersionId }));
    expect(restored.DeleteMarker).toBe(true);
    expect(await read(client, 'key')).toBe('text');
  });

  test('are gone for good when deleted by their id', async () => {
    const { client, directory } = await startS3();
    const first = await put(client, 'key', 'first');
    const second = await put(client, 'key', 'second');
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key', VersionId: second.VersionId }));
    expect(await read(client, 'key')).toBe('first');
    await expect(read(client, 'key', second.VersionId)).rejects.toMatchObject({ name: 'NoSuchVersion' });
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'key', VersionId: first.VersionId }));
    await expect(read(client, 'key')).rejects.toMatchObject({ name: 'NoSuchKey' });
    expect(await readdir(join(directory, bucket, 'bodies'))).toEqual([]);
  });
});

describe('keys', () => {
  test.each([
    '../../../outside',
    'a/../b/./c',
    '..',
    '/leading//double/',
    'Menü ☕ 菜单 😀.xlsx',
    'a+b c%2F%d?&=#"<>\'*.xlsx',
    'UPPER and upper',
    'line\nbreak\ttab',
    'C:\\con\\nul',
    'x'.repeat(1024),
  ])('are text, whatever they look like: %j', async (key) => {
    const outer = await temporaryDirectory();
    const directory = join(outer, 'deep', 'deeper', 'deepest');
    const { client } = await startS3({ directory });
    await put(client, key, `body of ${key}`);
    expect(await read(client, key)).toBe(`body of ${key}`);

    const entries = await readdir(outer, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile()).map((entry) => relative(directory, entry.parentPath));
    expect(files.sort(byText)).toEqual([join(bucket, 'bodies'), join(bucket, 'versions')]);
  });

  test('differ where their letters differ in case', async () => {
    const { client } = await startS3();
    await put(client, 'Key', 'upper');
    await put(client, 'key', 'lower');
    expect([await read(client, 'Key'), await read(client, 'key')]).toEqual(['upper', 'lower']);
  });

  test('have at most 1024 bytes', async () => {
    const { client } = await startS3();
    await expect(put(client, `é${'x'.repeat(1023)}`, 'x')).rejects.toMatchObject({ name: 'KeyTooLongError' });
  });
});

describe('checksums', () => {
  const algorithms = ['CRC32', 'CRC32C', 'CRC64NVME', 'SHA1', 'SHA256'] as const;
  const ofDigits = {
    ChecksumCRC32: 'y/Q5Jg==',
    ChecksumCRC32C: '4waSgw==',
    ChecksumCRC64NVME: 'rosUhgp5mIg=',
  };

  test.each(Object.entries(ofDigits))('%s is verified', async (name, checksum) => {
    const { client } = await startS3();
    const right = new PutObjectCommand({ Bucket: bucket, Key: 'right', Body: '123456789', [name]: checksum });
    await expect(client.send(right)).resolves.toMatchObject({ [name]: checksum });
    const wrong = new PutObjectCommand({ Bucket: bucket, Key: 'wrong', Body: '12345678X', [name]: checksum });
    await expect(client.send(wrong)).rejects.toMatchObject({ name: 'BadDigest', $metadata: { httpStatusCode: 400 } });
    await expect(read(client, 'wrong')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  test.each(algorithms)('%s travels as a trailer of a streamed body', async (algorithm) => {
    const { client } = await startS3();
    const chunks = [Buffer.from('one'), Buffer.alloc(70_000, 'x'), Buffer.from('three')];
    const body = Buffer.concat(chunks);
    await client.send(
      new PutObjectCommand({
        Bucket: bucket,
        Key: 'key',
        Body: Readable.from(chunks),
        ContentLength: body.length,
        ContentEncoding: 'gzip',
        ChecksumAlgorithm: algorithm,
      }),
    );
    const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: 'key' }));
    expect(Buffer.from((await answer.Body?.transformToByteArray()) ?? [])).toEqual(body);
    expect(answer[`Checksum${algorithm}`]).toMatch(/=$/);
    expect(answer.ContentEncoding).toBe('gzip');
  });

  test('a body that changed on its way is refused', async () => {
    const { url, client } = await startS3();
    const framed = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n0\r\nx-amz-checksum-crc32:NhCmhg==\r\n\r\n`;
    const send = (body: string) => {
      return fetch(`${url}/${bucket}/key`, { method: 'PUT', body, headers: { ...streamed, authorization } });
    };
    const refused = await send(framed('jello'));
    expect([refused.status, await refused.text()]).toEqual([400, expect.stringContaining('<Code>BadDigest</Code>')]);
    expect((await send('5\r\nhel')).status).toBe(400);
    expect((await send('5\r\nhello\r\n0\r\n\r\n')).status).toBe(400);
    expect((await send(framed('hello'))).status).toBe(200);
    expect(await read(client, 'key')).toBe('hello');
  });

  test('an unknown algorithm is not passed over', async () => {
    const { url } = await startS3();
    const headers = { authorization, 'x-amz-checksum-xyz': 'AAAA' };
    const answer = await fetch(`${url}/${bucket}/key`, { method: 'PUT', body: 'x', headers });
    expect(answer.status).toBe(501);
  });

  test('the SDK is content without any', async () => {
    const { url } = await startS3();
    const client = s3Client(url, 'OWNER', { requestChecksumCalculation: 'WHEN_REQUIRED' });
    await put(client, 'key', 'text');
    expect(await read(client, 'key')).toBe('text');
  });
});

const authorization = 'AWS4-HMAC-SHA256 Credential=OWNER/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0';
const streamed = {
  'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
  'x-amz-decoded-content-length': '5',
  'x-amz-trailer': 'x-amz-checksum-crc32',
  'content-encoding': 'aws-chunked',
};
