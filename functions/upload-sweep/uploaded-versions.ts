import { ListObjectVersionsCommand, type ListObjectVersionsCommandOutput, type S3Client } from '@aws-sdk/client-s3';

/** A version of an object that lies below `uploads/`. */
export interface UploadedVersion {
  key: string;
  /** `null` where it was written before the bucket kept versions. */
  versionId: string;
  uploadedAt: Date;
}

/** The most that S3 lists at once. */
const largestPage = 1_000;

/**
 * All versions below `uploads/`, page by page, also those that were superseded. Passes over every version of a key that is deleted
 * now: nobody waits for a report on what was withdrawn, and as the version is still there, to start it would import the menu after all.
 */
export async function* uploadedVersions(client: S3Client, bucket: string, pageSize = largestPage): AsyncGenerator<UploadedVersion[]> {
  let markers: { KeyMarker?: string; VersionIdMarker?: string | undefined } | undefined = {};
  // A deletion is listed before the versions of its key, which may go on for pages.
  let lastDeleted: string | undefined;
  while (markers !== undefined) {
    // Keys may hold what XML cannot. One such name must not keep every merchant from being looked after.
    const page: ListObjectVersionsCommandOutput = await client.send(
      new ListObjectVersionsCommand({ Bucket: bucket, Prefix: 'uploads/', EncodingType: 'url', MaxKeys: pageSize, ...markers }),
    );
    const deleted = (page.DeleteMarkers ?? []).filter(({ IsLatest }) => IsLatest).map(({ Key }) => Key);
    const gone = new Set([lastDeleted, ...deleted]);
    lastDeleted = deleted.at(-1) ?? lastDeleted;
    yield (page.Versions ?? []).flatMap(({ Key: key, VersionId: versionId = 'null', LastModified: uploadedAt }) =>
      key === undefined || uploadedAt === undefined || gone.has(key) ? [] : [{ key: decoded(key), versionId, uploadedAt }],
    );
    markers =
      page.IsTruncated === true ? { KeyMarker: decoded(page.NextKeyMarker ?? ''), VersionIdMarker: page.NextVersionIdMarker } : undefined;
  }
}

/** S3 encodes keys in listings as it does in events: a space is `+`. */
function decoded(key: string): string {
  return decodeURIComponent(key.replaceAll('+', ' '));
}
