import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Caller } from '../access.ts';
import { S3Error } from '../s3-error.ts';

/**
 * Who signed the policy of a form (Signature Version 4, for POST). `secretKeys`: by access key. Throws `AccessDenied` where nobody did,
 * `InvalidAccessKeyId` and `SignatureDoesNotMatch`.
 */
export function checkSignature(fields: ReadonlyMap<string, string>, secretKeys: Readonly<Record<string, string>>): Caller {
  const policy = fields.get('policy');
  if (policy === undefined) throw new S3Error('AccessDenied');
  if (fields.get('x-amz-algorithm') !== 'AWS4-HMAC-SHA256') throw new S3Error('InvalidArgument');
  const credential = /^([^/\s]+)\/(\d{8})\/([^/\s]+)\/s3\/aws4_request$/.exec(fields.get('x-amz-credential') ?? '');
  const [, accessKeyId = '', date = '', region = ''] = credential ?? [];
  if (credential === null || !fields.get('x-amz-date')?.startsWith(date)) throw new S3Error('InvalidArgument');
  const secretKey = Object.hasOwn(secretKeys, accessKeyId) ? secretKeys[accessKeyId] : undefined;
  if (secretKey === undefined) throw new S3Error('InvalidAccessKeyId');
  const key = [date, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${secretKey}`));
  const given = Buffer.from(fields.get('x-amz-signature') ?? '', 'hex');
  const expected = hmac(key, policy);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new S3Error('SignatureDoesNotMatch');
  return { accessKeyId, region };
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
