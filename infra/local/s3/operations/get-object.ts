import { checkReadConditions } from '../conditions.ts';
import { findVersion } from '../find-version.ts';
import type { Operation } from '../operation.ts';
import { parseRange } from '../parse-range.ts';

/** GetObject and HeadObject, which differ in the body only. */
export const getObject: Operation = {
  methods: ['GET', 'HEAD'],
  about: 'object',
  parameters: ['versionId'],
  headers: /^(?:x-amz-checksum-mode|if-(?:none-)?match|if-(?:un)?modified-since)$/,
  action: ({ query }) => (query.has('versionId') ? 's3:GetObjectVersion' : 's3:GetObject'),

  answer: async (request) => {
    const { bucket, message } = request;
    const object = findVersion(request);
    const identity = {
      etag: `"${object.etag}"`,
      'last-modified': object.lastModified.toUTCString(),
      'x-amz-version-id': object.versionId,
    };
    if (checkReadConditions(message.headers, object) === 'not_modified') return { status: 304, headers: identity };

    const range = parseRange(message.headers.range, object.sizeBytes);
    const { start, end } = range ?? { start: 0, end: object.sizeBytes - 1 };
    // A checksum is that of the whole object, and clients hold it against what they get.
    const withChecksums = range === undefined && message.headers['x-amz-checksum-mode'] === 'ENABLED';
    return {
      status: range === undefined ? 200 : 206,
      headers: {
        ...object.headers,
        ...identity,
        ...(withChecksums && object.checksums),
        ...(range && { 'content-range': `bytes ${start}-${end}/${object.sizeBytes}` }),
        'accept-ranges': 'bytes',
        'content-length': String(end - start + 1),
      },
      body: { path: bucket.bodyPath(object), start, end },
    };
  },
};
