import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, type BucketProps, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';

export interface MenuBuckets {
  /** `uploads/{merchant}/{any name}` */
  uploads: Bucket;
  /** `reports/{merchant}/...` and `ledger/{merchant}/...` */
  results: Bucket;
}

/** Versions keep what was overwritten or deleted by mistake; nobody looks for that a year later. */
const overwrittenUploads = Duration.days(365);
/** Of results, only `latest.json` and the months' indexes are overwritten, at every import. */
const overwrittenReports = Duration.days(30);
const accessLogs = Duration.days(90);

/** What every bucket is: closed to the public, encrypted, spoken to over TLS only, and there when the stack is gone, unless its first deployment failed. */
const closed = {
  blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
  enforceSSL: true,
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
} as const;
/** Parts of uploads that never were completed cost as much as objects, and no listing shows them. */
const abortMultipart = { id: 'abandoned-parts', abortIncompleteMultipartUploadAfter: Duration.days(7) };

/** What merchants upload, what becomes of it, and who asked for either. Without a key, S3's own encrypt them. */
export function menuBuckets(scope: Construct, key: IKey | undefined): MenuBuckets {
  const logs = new Bucket(scope, 'AccessLogs', {
    ...closed,
    // S3 delivers its logs to no bucket that is encrypted by other keys than its own.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ id: 'old-logs', expiration: accessLogs }, abortMultipart],
  });
  acknowledge(logs, { 'AwsSolutions-S1': 'It holds the access logs; a log of their delivery would log itself.' });

  const bucket = (id: string, props: BucketProps) =>
    new Bucket(scope, id, {
      ...closed,
      ...(key === undefined ? { encryption: BucketEncryption.S3_MANAGED } : { encryptionKey: key, bucketKeyEnabled: true }),
      versioned: true,
      serverAccessLogsBucket: logs,
      serverAccessLogsPrefix: `${id.toLowerCase()}/`,
      ...props,
    });
  const uploads = bucket('Uploads', {
    // The page of an upload link is opened from a file, so its origin is no origin. What it may send, the link's signature says.
    cors: [
      { allowedMethods: [HttpMethods.POST], allowedOrigins: ['*'], allowedHeaders: ['*'], exposedHeaders: ['ETag', 'x-amz-version-id'] },
    ],
    lifecycleRules: [
      // A current version never ends by itself: a re-import takes everything that is there.
      { id: 'overwritten-uploads', prefix: 'uploads/', noncurrentVersionExpiration: overwrittenUploads, expiredObjectDeleteMarker: true },
      abortMultipart,
    ],
  });
  const results = bucket('Results', {
    // Never a rule without a prefix that lets objects end: a number of the ledger that is free again would be written again.
    lifecycleRules: [{ id: 'overwritten-reports', prefix: 'reports/', noncurrentVersionExpiration: overwrittenReports }, abortMultipart],
  });
  // A report that is there is an event: docs/operations.md says how to be told. As CDK would set it, a function of CDK's own had to do it.
  (results.node.defaultChild as CfnBucket).notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
  return { uploads, results };
}
