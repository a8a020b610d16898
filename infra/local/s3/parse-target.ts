import { S3Error } from './s3-error.ts';

/** In UTF-8. */
export const maxKeyBytes = 1024;

/** What a path-style URL names. */
export interface Target {
  /** Empty for the service itself. */
  bucket: string;
  /** Empty for the bucket itself. */
  key: string;
  query: URLSearchParams;
}

/**
 * Reads the path of a request as it was sent. `URL` would fold `..` segments, which are ordinary characters of a key.
 * Throws `InvalidURI` or `KeyTooLongError`.
 */
export function parseTarget(url: string): Target {
  const [, bucket, key = '', query = ''] = /^\/([^/?]*)(?:\/([^?]*))?(?:\?(.*))?$/.exec(url) ?? [];
  if (bucket === undefined) throw new S3Error('InvalidURI');
  const target = { bucket: decode(bucket), key: decode(key), query: new URLSearchParams(query) };
  if (Buffer.byteLength(target.key) > maxKeyBytes) throw new S3Error('KeyTooLongError');
  return target;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new S3Error('InvalidURI', { cause });
  }
}
