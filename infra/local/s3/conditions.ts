import type { IncomingHttpHeaders } from 'node:http';
import { S3Error } from './s3-error.ts';
import type { StoredObject, StoredVersion } from './stored-version.ts';

/** What must hold of a key for a write to happen. */
export type WriteCondition = { absent: true } | { etag: string };

/** Throws `NotImplemented` for conditions that S3 does not know on writes. */
export function readWriteCondition(headers: IncomingHttpHeaders): WriteCondition | undefined {
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match === undefined && noneMatch === undefined) return undefined;
  if (match === undefined && noneMatch === '*') return { absent: true };
  if (match !== undefined && match !== '*' && noneMatch === undefined) return { etag: withoutQuotes(match) };
  throw new S3Error('NotImplemented', { message: 'A write can have If-None-Match: * or If-Match with one ETag.' });
}

/** Throws `PreconditionFailed`, or `NoSuchKey` where an ETag is asked for and there is no object. */
export function checkWriteCondition(condition: WriteCondition | undefined, current: StoredVersion | undefined): void {
  if (condition === undefined) return;
  const object = current?.deleteMarker === false ? current : undefined;
  if ('absent' in condition) {
    if (object !== undefined) throw new S3Error('PreconditionFailed');
    return;
  }
  if (object === undefined) throw new S3Error('NoSuchKey');
  if (object.etag !== condition.etag) throw new S3Error('PreconditionFailed');
}

/** Whether the reader has this very object already. Throws `PreconditionFailed`. An ETag outranks a date (RFC 9110, 13.2.2). */
export function checkReadConditions(headers: IncomingHttpHeaders, object: StoredObject): 'send' | 'not_modified' {
  const modified = Math.floor(object.lastModified.getTime() / 1000) * 1000;
  const { 'if-match': match, 'if-none-match': noneMatch } = headers;
  if (match !== undefined) {
    if (!namesEtag(match, object.etag)) throw new S3Error('PreconditionFailed');
  } else if (modified > dateOf(headers['if-unmodified-since'], Number.POSITIVE_INFINITY)) {
    throw new S3Error('PreconditionFailed');
  }
  if (noneMatch !== undefined) return namesEtag(noneMatch, object.etag) ? 'not_modified' : 'send';
  return modified <= dateOf(headers['if-modified-since'], Number.NEGATIVE_INFINITY) ? 'not_modified' : 'send';
}

function namesEtag(list: string, etag: string): boolean {
  return list.trim() === '*' || list.split(',').some((entry) => withoutQuotes(entry) === etag);
}

function withoutQuotes(etag: string): string {
  return etag.trim().replace(/^"(.*)"$/, '$1');
}

/** A date that cannot be read is as good as none. */
function dateOf(header: string | undefined, otherwise: number): number {
  const date = Date.parse(header ?? '');
  return Number.isNaN(date) ? otherwise : date;
}
