import type { Caller } from './access.ts';
import type { StoredObject } from './stored-version.ts';
import { urlEncodeKey } from './url-encode-key.ts';

/** The notification that S3 sends for a new object (event version 2.1). */
export interface S3Event {
  Records: S3EventRecord[];
}

interface S3EventRecord {
  eventVersion: '2.1';
  eventSource: 'aws:s3';
  awsRegion: string;
  /** ISO 8601, UTC. */
  eventTime: string;
  eventName: ObjectCreatedEventName;
  userIdentity: { principalId: string };
  requestParameters: { sourceIPAddress: string };
  responseElements: Record<'x-amz-request-id' | 'x-amz-id-2', string>;
  s3: {
    s3SchemaVersion: '1.0';
    configurationId: string;
    bucket: { name: string; ownerIdentity: { principalId: string }; arn: string };
    object: {
      /** URL-encoded; a space is `+`. */
      key: string;
      /** Bytes. */
      size: number;
      eTag: string;
      versionId: string;
      /** Hex digits of one length; the later of two events for a key has the greater one. */
      sequencer: string;
    };
  };
}

export type ObjectCreatedEventName = 'ObjectCreated:Put' | 'ObjectCreated:Post' | 'ObjectCreated:CompleteMultipartUpload';

/** What happened, in S3's words. */
export function objectCreatedEvent(
  eventName: ObjectCreatedEventName,
  bucket: string,
  object: StoredObject,
  request: { requestId: string; caller: Caller },
): S3Event {
  const record: S3EventRecord = {
    eventVersion: '2.1',
    eventSource: 'aws:s3',
    awsRegion: request.caller.region,
    eventTime: object.lastModified.toISOString(),
    eventName,
    userIdentity: { principalId: `AWS:${request.caller.accessKeyId}` },
    requestParameters: { sourceIPAddress: '127.0.0.1' },
    responseElements: { 'x-amz-request-id': request.requestId, 'x-amz-id-2': request.requestId },
    s3: {
      s3SchemaVersion: '1.0',
      configurationId: 'local',
      bucket: { name: bucket, ownerIdentity: { principalId: 'LOCAL' }, arn: `arn:aws:s3:::${bucket}` },
      object: {
        key: urlEncodeKey(object.key),
        size: object.sizeBytes,
        eTag: object.etag,
        versionId: object.versionId,
        sequencer: object.sequence,
      },
    },
  };
  return { Records: [record] };
}
