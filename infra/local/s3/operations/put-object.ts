import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { checkConditionAccess } from '../check-condition-access.ts';
import { readWriteCondition } from '../conditions.ts';
import { writeTemporary } from '../durable-file.ts';
import { objectHeaders } from '../object-headers.ts';
import type { Operation } from '../operation.ts';
import { readBody } from '../read-body.ts';

/** PutObject. */
export const putObject: Operation = {
  methods: ['PUT'],
  about: 'object',
  headers: /^(?:x-amz-(?:meta-.+|checksum-.+|sdk-checksum-algorithm|trailer|decoded-content-length)|if-(?:none-)?match)$/,
  action: () => 's3:PutObject',

  answer: async (request) => {
    const { bucket, key, message, announce } = request;
    const condition = readWriteCondition(message.headers);
    checkConditionAccess(request, condition);
    const { bytes, checksums } = await readBody(message);
    const temporaryFile = await writeTemporary(bucket.incoming, bytes);
    try {
      const content = { temporaryFile, sizeBytes: bytes.length, etag: createHash('md5').update(bytes).digest('hex'), checksums };
      const object = await bucket.put(key, { ...content, headers: objectHeaders(message.headers) }, condition);
      announce('ObjectCreated:Put', object);
      return { status: 200, headers: { etag: `"${object.etag}"`, 'x-amz-version-id': object.versionId, ...object.checksums } };
    } finally {
      await rm(temporaryFile, { force: true });
    }
  },
};
