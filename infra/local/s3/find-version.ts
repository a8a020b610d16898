import type { S3Request } from './operation.ts';
import { S3Error } from './s3-error.ts';
import type { StoredObject } from './stored-version.ts';

/**
 * The object that a request wants to read. Throws `NoSuchKey`, `NoSuchVersion` or `MethodNotAllowed` (a delete marker asked
 * for by its id), and `AccessDenied` in their place where the caller may not know what the bucket holds.
 */
export function findVersion({ bucket, key, query, may }: S3Request): StoredObject {
  const versionId = query.get('versionId') ?? undefined;
  const version = versionId === undefined ? bucket.current(key) : bucket.version(key, versionId);
  if (version?.deleteMarker === false) return version;
  if (!may('s3:ListBucket')) throw new S3Error('AccessDenied');
  if (version === undefined) throw new S3Error(versionId === undefined ? 'NoSuchKey' : 'NoSuchVersion');
  const headers = { 'x-amz-delete-marker': 'true', 'x-amz-version-id': version.versionId };
  if (versionId === undefined) throw new S3Error('NoSuchKey', { headers });
  throw new S3Error('MethodNotAllowed', { headers: { ...headers, allow: 'DELETE', 'last-modified': version.lastModified.toUTCString() } });
}
