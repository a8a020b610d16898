import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  type CompleteMultipartUploadCommandInput,
  CreateMultipartUploadCommand,
  GetObjectCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { bucket, s3Client, startS3, temporaryDirectory } from './s3-fixture.ts';

const names = { Bucket: bucket, Key: 'big file.xlsx' };
const parts = [Buffer.alloc(5 * 1024 * 1024, 'a'), Buffer.alloc(5 * 1024 * 1024, 'b'), Buffer.from('end')];

async function create(client: S3Client) {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ ...names, ContentType: 'text/x', Metadata: { of: 'parts' } }));
  return UploadId;
}

async function uploadParts(client: S3Client, UploadId: string | undefined, bodies: readonly Buffer[] = parts) {
  const uploaded = bodies.map(async (Body, index) => {
    const { ETag, ChecksumCRC32 } = await client.send(new UploadPartCommand({ ...names, UploadId, PartNumber: index + 1, Body }));
    return { ETag, ChecksumCRC32, PartNumber: index + 1 };
  });
  return Promise.all(uploaded);
}

type Rest = Partial<CompleteMultipartUploadCommandInput>;

function complete(
  client: S3Client,
  UploadId: string | undefined,
  Parts: { ETag?: string | undefined; PartNumber: number }[],
  rest: Rest = {},
) {
  const named = Parts.map((part) => ({ ...part, ETag: part.ETag ?? '' }));
  return client.send(new CompleteMultipartUploadCommand({ ...names, UploadId, MultipartUpload: { Parts: named }, ...rest }));
}

async function read(client: S3Client) {
  const answer = await client.send(new GetObjectCommand(names));
  return { ...answer, bytes: Buffer.from((await answer.Body?.transformToByteArray()) ?? []) };
}

describe('a multipart upload', () => {
  test('becomes one object with the ETag of its parts', async () => {
    const { client, directory } = await startS3();
    const uploadId = await create(client);
    const answer = await complete(client, uploadId, await uploadParts(client, uploadId));

    const digests = Buffer.concat(parts.map((part) => createHash('md5').update(part).digest()));
    expect(answer.ETag).toBe(`"${createHash('md5').update(digests).digest('hex')}-3"`);
    const object = await read(client);
    expect(object.bytes.equals(Buffer.concat(parts))).toBe(true);
    expect(object).toMatchObject({ ContentType: 'text/x', Metadata: { of: 'parts' }, VersionId: answer.VersionId, ETag: answer.ETag });
    expect(await readdir(join(directory, bucket, 'uploads'))).toEqual([]);
    await expect(complete(client, uploadId, [{ ETag: '"0"', PartNumber: 1 }])).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });

  test('is nothing until it is completed, and gone when aborted', async () => {
    const { client, directory } = await startS3();
    const UploadId = await create(client);
    await uploadParts(client, UploadId, [Buffer.from('x')]);
    await expect(read(client)).rejects.toMatchObject({ name: 'NoSuchKey' });
    await client.send(new AbortMultipartUploadCommand({ ...names, UploadId }));
    await expect(uploadParts(client, UploadId, [Buffer.from('x')])).rejects.toMatchObject({ name: 'NoSuchUpload' });
    expect(await readdir(join(directory, bucket, 'uploads'))).toEqual([]);
  });

  test('takes the later of two parts with one number', async () => {
    const { client } = await startS3();
    const uploadId = await create(client);
    const [first] = await uploadParts(client, uploadId, [Buffer.from('first')]);
    const [second] = await uploadParts(client, uploadId, [Buffer.from('second')]);
    await expect(complete(client, uploadId, [{ ...first, PartNumber: 1 }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await complete(client, uploadId, [{ ...second, PartNumber: 1 }]);
    expect((await read(client)).bytes.toString()).toBe('second');
  });

  test('refuses parts that are missing, out of order or too small', async () => {
    const { client } = await startS3();
    const uploadId = await create(client);
    const [one, two] = await uploadParts(client, uploadId, [Buffer.from('one'), Buffer.from('two')]);
    if (one === undefined || two === undefined) throw new Error('two parts were uploaded');
    await expect(complete(client, uploadId, [one, { ...two, PartNumber: 3 }])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(client, uploadId, [{ ...two, PartNumber: 3 }])).rejects.toMatchObject({ name: 'InvalidPart' });
    await expect(complete(client, uploadId, [two, one])).rejects.toMatchObject({ name: 'EntityTooSmall' });
    await expect(complete(client, uploadId, [])).rejects.toMatchObject({ name: 'MalformedXML' });
    await complete(client, uploadId, [two]);
    expect((await read(client)).bytes.toString()).toBe('two');
  });

  test('refuses numbers that do not ascend', async () => {
    const { client } = await startS3();
    const uploadId = await create(client);
    const [one, two] = await uploadParts(client, uploadId, parts);
    if (one === undefined || two === undefined) throw new Error('two parts were uploaded');
    await expect(complete(client, uploadId, [two, one])).rejects.toMatchObject({ name: 'InvalidPartOrder' });
  });

  test('obeys conditions, and stays when they do not hold', async () => {
    const { client } = await startS3();
    const { ETag } = await client.send(new PutObjectCommand({ ...names, Body: 'earlier' }));
    const uploadId = await create(client);
    const uploaded = await uploadParts(client, uploadId, [Buffer.from('later')]);
    const ifAbsent = complete(client, uploadId, uploaded, { IfNoneMatch: '*' });
    await expect(ifAbsent).rejects.toMatchObject({ name: 'PreconditionFailed', $metadata: { httpStatusCode: 412 } });
    await complete(client, uploadId, uploaded, { IfMatch: ETag });
    expect((await read(client)).bytes.toString()).toBe('later');
  });

  test('has one winner of twenty that complete uploads of one key at once', async () => {
    const { client } = await startS3();
    const races = Array.from({ length: 20 }, async (_, index) => {
      const uploadId = await create(client);
      return { uploadId, uploaded: await uploadParts(client, uploadId, [Buffer.from(`racer ${index}`)]) };
    });
    const ready = await Promise.all(races);
    const results = await Promise.allSettled(
      ready.map(({ uploadId, uploaded }) => complete(client, uploadId, uploaded, { IfNoneMatch: '*' })),
    );
    const winner = results.findIndex(({ status }) => status === 'fulfilled');
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await read(client)).bytes.toString()).toBe(`racer ${winner}`);
  });

  test('goes on after a restart', async () => {
    const directory = await temporaryDirectory();
    const before = await startS3({ directory });
    const uploadId = await create(before.client);
    const uploaded = await uploadParts(before.client, uploadId, [Buffer.from('kept')]);
    await before.close();

    const after = await startS3({ directory });
    await complete(after.client, uploadId, uploaded);
    expect((await read(after.client)).bytes.toString()).toBe('kept');
  });

  test('is known by an id of ours and under its own key only', async () => {
    const { client, url } = await startS3();
    const UploadId = await create(client);
    const body = { Bucket: bucket, PartNumber: 1, Body: 'x' };
    const otherKey = s3Client(url).send(new UploadPartCommand({ ...body, Key: 'other', UploadId }));
    await expect(otherKey).rejects.toMatchObject({ name: 'NoSuchUpload' });
    const outside = client.send(new UploadPartCommand({ ...body, Key: names.Key, UploadId: '../bodies' }));
    await expect(outside).rejects.toMatchObject({ name: 'NoSuchUpload' });
  });
});
