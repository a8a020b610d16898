import { checkConditionAccess } from '../check-condition-access.ts';
import { readWriteCondition } from '../conditions.ts';
import type { Operation } from '../operation.ts';
import { readBody } from '../read-body.ts';
import { storeObject } from '../store-object.ts';

/** PutObject. */
export const putObject: Operation = {
  methods: ['PUT'],
  about: 'object',
  headers: /^(?:x-amz-(?:meta-.+|checksum-.+|sdk-checksum-algorithm|trailer|decoded-content-length)|if-(?:none-)?match)$/,
  action: () => 's3:PutObject',

  answer: async (request) => {
    const { headers } = request.message;
    const condition = readWriteCondition(headers);
    checkConditionAccess(request, condition);
    const object = await storeObject(request, 'ObjectCreated:Put', { ...(await readBody(request.message)), headers, condition });
    return { status: 200, headers: { etag: `"${object.etag}"`, 'x-amz-version-id': object.versionId, ...object.checksums } };
  },
};
