import { S3Client } from '@aws-sdk/client-s3';
import { localBuckets, localIdentities } from '../../deployed-role.ts';
import { publishedS3 } from '../../state-directory.ts';
import { CannotRun } from '../exit-status.ts';
import { isBucketName, notABucket } from '../report/parse-report-command.ts';
import type { UploadLinkCommand } from './upload-link-command.ts';

export interface OpenedUploads {
  client: S3Client;
  bucketName: string;
  isLocal: boolean;
}

/**
 * The uploads bucket that a command line means: on AWS with the operator's credentials, else that of a running `serve`. Nothing is asked
 * for yet. Throws `CannotRun` where there is none.
 */
export async function openUploads({ bucket, state }: UploadLinkCommand, environment: NodeJS.ProcessEnv): Promise<OpenedUploads> {
  const bucketName = bucket ?? (state === undefined ? environment['UPLOADS_BUCKET'] || undefined : undefined);
  if (bucketName !== undefined) {
    if (!isBucketName(bucketName)) throw new CannotRun(`UPLOADS_BUCKET: ${notABucket(bucketName)}`);
    return { client: new S3Client(), bucketName, isLocal: false };
  }
  const endpoint = await publishedS3(state ?? '.local', 'sandbox');
  if (endpoint === undefined) {
    throw new CannotRun(
      'No bucket is named: add --bucket with the stack\'s output UploadsBucket, or set UPLOADS_BUCKET. To try it on this machine, have "npm run serve" run.',
    );
  }
  const credentials = { accessKeyId: localIdentities.owner, secretAccessKey: 'local' };
  return { client: new S3Client({ endpoint, region: 'us-east-1', credentials }), bucketName: localBuckets.uploads, isLocal: true };
}
