import { readFile, rm } from 'node:fs/promises';
import { checkConditionAccess } from '../check-condition-access.ts';
import { type Checksums, namedChecksums, verifyChecksums } from '../checksums.ts';
import { collectBody } from '../collect-body.ts';
import { readWriteCondition } from '../conditions.ts';
import type { Operation, S3Answer, S3Request } from '../operation.ts';
import { parseCompletedParts } from '../parse-completed-parts.ts';
import { S3Error } from '../s3-error.ts';
import type { StoredObject } from '../stored-version.ts';
import { toXml } from '../to-xml.ts';
import { uploadIdOf } from '../upload-id-of.ts';
import { s3Namespace, xmlHeaders } from '../xml-answer.ts';

/** CompleteMultipartUpload. */
export const completeMultipartUpload: Operation = {
  methods: ['POST'],
  about: 'object',
  marks: { uploadId: '' },
  headers: /^(?:x-amz-(?:checksum-.+|sdk-checksum-algorithm|mp-object-size)|if-(?:none-)?match)$/,
  action: () => 's3:PutObject',
  answer: (request) => request.uploads.exclusively(uploadIdOf(request.query), () => complete(request)),
};

async function complete(request: S3Request): Promise<S3Answer> {
  const { bucket, uploads, key, query, message, announce } = request;
  const uploadId = uploadIdOf(query);
  const { headers } = await uploads.find(uploadId, key);
  const condition = readWriteCondition(message.headers);
  checkConditionAccess(request, condition);
  const document = await collectBody(message);
  const assembled = await uploads.assemble(uploadId, parseCompletedParts(document.toString()));
  try {
    const size = message.headers['x-amz-mp-object-size'];
    if (size !== undefined && Number(size) !== assembled.sizeBytes) throw new S3Error('InvalidArgument');
    const checksums = wholeObjectChecksums(request);
    if (Object.keys(checksums).length > 0) verifyChecksums(await readFile(assembled.temporaryFile), checksums);
    const object = await bucket.put(key, { ...assembled, headers, checksums }, condition);
    await uploads.remove(uploadId);
    announce('ObjectCreated:CompleteMultipartUpload', object);
    return { status: 200, headers: { ...xmlHeaders, 'x-amz-version-id': object.versionId }, body: describe(bucket.name, object) };
  } finally {
    await rm(assembled.temporaryFile, { force: true });
  }
}

function describe(bucket: string, { key, etag }: StoredObject): string {
  const fields = { Location: `/${bucket}/${encodeURI(key)}`, Bucket: bucket, Key: key, ETag: `"${etag}"` };
  return toXml('CompleteMultipartUploadResult', fields, s3Namespace);
}

/** The checksums beside the document are the object's. A composite one (`...-3`) was verified when the parts came. */
function wholeObjectChecksums({ message }: S3Request): Checksums {
  return Object.fromEntries(Object.entries(namedChecksums(message.headers)).filter(([, value]) => !/-\d+$/.test(value)));
}
