import { ListObjectsV2Command, type ListObjectsV2CommandOutput, type S3Client } from '@aws-sdk/client-s3';
import { localBuckets } from '../deployed-role.ts';

const reportJson = /^reports\/([^/]+)\/([^/]+)\/report\.json$/;

/** Where the newest reports of all merchants are, at most so many. */
export async function earlierReports(owner: S3Client, most: number): Promise<{ merchant: string; importId: string }[]> {
  const found: { merchant: string; importId: string; writtenMs: number }[] = [];
  let continuation: string | undefined;
  do {
    const page: ListObjectsV2CommandOutput = await owner.send(
      new ListObjectsV2Command({ Bucket: localBuckets.results, Prefix: 'reports/', ContinuationToken: continuation }),
    );
    for (const { Key: key = '', LastModified: written } of page.Contents ?? []) {
      const [, merchant, importId] = reportJson.exec(key) ?? [];
      if (merchant !== undefined && importId !== undefined) found.push({ merchant, importId, writtenMs: written?.getTime() ?? 0 });
    }
    continuation = page.NextContinuationToken;
  } while (continuation !== undefined);
  return found.sort((a, b) => b.writtenMs - a.writtenMs).slice(0, most);
}
