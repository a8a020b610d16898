import type { S3Answer } from './operation.ts';
import type { S3Error } from './s3-error.ts';
import { toXml } from './to-xml.ts';
import { xmlHeaders } from './xml-answer.ts';

/** An error as S3 words it. `resource` is the path that was asked for. */
export function errorAnswer(error: S3Error, requestId: string, resource: string): S3Answer {
  const fields = { Code: error.code, Message: error.message, Resource: resource, RequestId: requestId };
  return { status: error.status, headers: { ...xmlHeaders, ...error.headers }, body: toXml('Error', fields) };
}
