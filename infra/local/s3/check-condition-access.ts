import type { WriteCondition } from './conditions.ts';
import type { S3Request } from './operation.ts';
import { S3Error } from './s3-error.ts';

/** Throws `AccessDenied`: whoever compares an ETag must be allowed to read the object that has it. */
export function checkConditionAccess({ may }: S3Request, condition: WriteCondition | undefined): void {
  if (condition !== undefined && 'etag' in condition && !may('s3:GetObject')) throw new S3Error('AccessDenied');
}
