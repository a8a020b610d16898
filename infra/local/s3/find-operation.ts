import type { IncomingHttpHeaders } from 'node:http';
import type { Operation } from './operation.ts';
import { completeMultipartUpload } from './operations/complete-multipart-upload.ts';
import { deleteObject } from './operations/delete-object.ts';
import { getObject } from './operations/get-object.ts';
import { listObjectVersions } from './operations/list-object-versions.ts';
import { listObjects } from './operations/list-objects.ts';
import { abortMultipartUpload, createMultipartUpload, uploadPart } from './operations/multipart-upload.ts';
import { putObject } from './operations/put-object.ts';
import type { Target } from './parse-target.ts';
import { S3Error } from './s3-error.ts';

const operations: readonly Operation[] = [
  getObject,
  putObject,
  deleteObject,
  listObjects,
  listObjectVersions,
  createMultipartUpload,
  uploadPart,
  completeMultipartUpload,
  abortMultipartUpload,
];

/** Headers that ask for something. The others of a request describe its transport. */
const requestingHeader = /^(?:x-amz-|if-)/;
const headersOfEveryRequest = /^x-amz-(?:date|content-sha256|security-token|user-agent)$/;

/** Throws `NotImplemented` for anything that would otherwise be honoured only in part. */
export function findOperation(method: string, target: Target, headers: IncomingHttpHeaders): Operation {
  const about = target.key === '' ? 'bucket' : 'object';
  const operation = operations.find((candidate) => {
    return candidate.about === about && candidate.methods.includes(method) && isMarked(candidate, target.query);
  });
  if (operation === undefined) throw new S3Error('NotImplemented');
  const header = Object.keys(headers).find((name) => {
    return requestingHeader.test(name) && !headersOfEveryRequest.test(name) && !(operation.headers?.test(name) ?? false);
  });
  if (header !== undefined) throw new S3Error('NotImplemented', { message: `The header ${header} is not implemented here.` });
  return operation;
}

/** Has every parameter that marks the operation, and none that it does not know. */
function isMarked({ marks = {}, parameters = [] }: Operation, query: URLSearchParams): boolean {
  const marked = Object.entries(marks).every(([name, value]) => query.has(name) && (value === '' || query.get(name) === value));
  // The SDK's own note of what it called.
  const known = new Set([...Object.keys(marks), ...parameters, 'x-id']);
  return marked && [...query.keys()].every((name) => known.has(name));
}
