import { objectHeaders } from '../object-headers.ts';
import type { Operation } from '../operation.ts';
import { readBody } from '../read-body.ts';
import { S3Error } from '../s3-error.ts';
import { toXml } from '../to-xml.ts';
import { uploadIdOf } from '../upload-id-of.ts';
import { s3Namespace, xmlHeaders } from '../xml-answer.ts';

const mostParts = 10_000;

/** CreateMultipartUpload. */
export const createMultipartUpload: Operation = {
  methods: ['POST'],
  about: 'object',
  marks: { uploads: '' },
  headers: /^x-amz-(?:meta-.+|checksum-algorithm|checksum-type)$/,
  action: () => 's3:PutObject',

  answer: async ({ bucket, uploads, key, message }) => {
    const uploadId = await uploads.create({ key, headers: objectHeaders(message.headers) });
    const fields = { Bucket: bucket.name, Key: key, UploadId: uploadId };
    return { status: 200, headers: xmlHeaders, body: toXml('InitiateMultipartUploadResult', fields, s3Namespace) };
  },
};

/** UploadPart. */
export const uploadPart: Operation = {
  methods: ['PUT'],
  about: 'object',
  marks: { partNumber: '', uploadId: '' },
  headers: /^x-amz-(?:checksum-.+|sdk-checksum-algorithm|trailer|decoded-content-length)$/,
  action: () => 's3:PutObject',

  answer: async ({ uploads, key, query, message }) => {
    const uploadId = uploadIdOf(query);
    const number = Number(query.get('partNumber'));
    if (!Number.isInteger(number) || number < 1 || number > mostParts) throw new S3Error('InvalidArgument');
    await uploads.find(uploadId, key);
    const { bytes, checksums } = await readBody(message);
    const etag = await uploads.putPart(uploadId, number, bytes, checksums);
    return { status: 200, headers: { etag: `"${etag}"`, ...checksums } };
  },
};

/** AbortMultipartUpload. */
export const abortMultipartUpload: Operation = {
  methods: ['DELETE'],
  about: 'object',
  marks: { uploadId: '' },
  action: () => 's3:AbortMultipartUpload',

  answer: async ({ uploads, key, query }) => {
    const uploadId = uploadIdOf(query);
    return uploads.exclusively(uploadId, async () => {
      await uploads.find(uploadId, key);
      await uploads.remove(uploadId);
      return { status: 204 };
    });
  },
};
