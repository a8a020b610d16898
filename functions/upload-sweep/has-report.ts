import { HeadObjectCommand, type S3Client, S3ServiceException } from '@aws-sdk/client-s3';
import { reportKey } from '../menu-import/report/store-report.ts';
import type { Upload } from './upload-of.ts';

/** Whether an upload has a report. Without the permission to list the bucket S3 would say 403, which is thrown: a report that is missing is one that S3 says is missing. */
export async function hasReport(client: S3Client, bucket: string, { merchant, importId }: Upload): Promise<boolean> {
  try {
    await client.send(new HeadObjectCommand({ Bucket: bucket, Key: reportKey(merchant, importId) }));
    return true;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}
