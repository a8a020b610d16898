import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  ListObjectVersionsCommand,
  type ListObjectVersionsCommandOutput,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { CurrentVersion, ObjectStore, PutCondition } from './object-store.ts';
import { ObjectTooLarge } from './object-too-large.ts';

/**
 * A bucket of S3 as an object store. Faults other than "not there" and "condition not met" are thrown as the SDK throws them;
 * a larger object than `maxBytes` is `ObjectTooLarge`, whoever may have put it there.
 */
export function s3ObjectStore(client: S3Client, bucket: string, maxBytes = Number.POSITIVE_INFINITY): ObjectStore {
  return {
    async get(key, versionId) {
      try {
        const answer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, VersionId: versionId }));
        const { ContentLength: sizeBytes = 0 } = answer;
        if (sizeBytes > maxBytes) {
          if (answer.Body instanceof Readable) answer.Body.destroy();
          throw new ObjectTooLarge(sizeBytes, maxBytes);
        }
        const bytes = (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
        return {
          bytes,
          etag: answer.ETag ?? '',
          lastModified: answer.LastModified ?? new Date(0),
          ...(answer.VersionId === undefined ? {} : { versionId: answer.VersionId }),
        };
      } catch (error) {
        // A deleted current object answers NoSuchKey; a version that is a delete marker answers MethodNotAllowed.
        if (isNamed(error, 'NoSuchKey', 'NoSuchVersion', 'NotFound', 'MethodNotAllowed')) return undefined;
        throw error;
      }
    },

    async put(key, body, condition) {
      try {
        const put = new PutObjectCommand({
          Bucket: bucket,
          Key: key,
          // The SDK would make bytes of a text several times: to measure, to sign and to send it.
          Body: typeof body === 'string' ? Buffer.from(body) : body,
          ContentType: contentType(key),
          ...conditionHeaders(condition),
        });
        await client.send(put);
        return 'written';
      } catch (error) {
        // 412: the condition does not hold. 409: another conditional write to the key is under way; it wins.
        // 404: `If-Match` on a key that is gone.
        if (condition !== undefined && isNamed(error, 'PreconditionFailed', 'ConditionalRequestConflict', 'NoSuchKey')) return 'conflict';
        throw error;
      }
    },

    async list(prefix, after) {
      const keys: string[] = [];
      let continuation: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, StartAfter: after, ContinuationToken: continuation }),
        );
        keys.push(...(page.Contents ?? []).flatMap((object) => object.Key ?? []));
        continuation = page.NextContinuationToken;
      } while (continuation !== undefined);
      return keys;
    },

    async listCurrent(prefix) {
      const current: CurrentVersion[] = [];
      let markers: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } | undefined = {};
      while (markers !== undefined) {
        const page: ListObjectVersionsCommandOutput = await client.send(
          new ListObjectVersionsCommand({ Bucket: bucket, Prefix: prefix, ...markers }),
        );
        // Delete markers are listed apart, so a deleted key has no current version here.
        for (const { Key: key, VersionId: versionId, IsLatest: isLatest } of page.Versions ?? []) {
          if (key === undefined || isLatest !== true) continue;
          current.push({ key, ...(versionId === undefined || versionId === 'null' ? {} : { versionId }) });
        }
        markers = page.IsTruncated === true ? { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker } : undefined;
      }
      return current;
    },
  };
}

function conditionHeaders(condition: PutCondition | undefined): { IfNoneMatch?: string; IfMatch?: string } {
  if (condition === undefined) return {};
  return 'absent' in condition ? { IfNoneMatch: '*' } : { IfMatch: condition.matches };
}

function isNamed(error: unknown, ...names: string[]): boolean {
  return error instanceof S3ServiceException && names.includes(error.name);
}

/** By the end of the key, so that a browser opens a page, and Excel a workbook. */
function contentType(key: string): string {
  if (key.endsWith('.xlsx')) return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return `${key.endsWith('.html') ? 'text/html' : 'application/json'}; charset=utf-8`;
}
