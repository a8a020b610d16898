import type { UploadedVersion } from './uploaded-versions.ts';

/** What S3 would say of an upload, as far as the importer reads it. */
export interface UploadNotification {
  Records: [
    {
      eventVersion: '2.1';
      eventSource: 'aws:s3';
      /** ISO 8601, UTC: of the upload, not of the sweep. */
      eventTime: string;
      eventName: 'ObjectCreated:Sweep';
      s3: { s3SchemaVersion: '1.0'; bucket: { name: string }; object: { key: string; versionId: string } };
    },
  ];
}

/**
 * The notification of an upload whose own was lost. It says the same whenever it is made, since Lambda takes a name twice only
 * with the same payload. S3's `sequencer` is in no listing, so the importer tells older from newer by the time of the upload.
 */
export function uploadNotification(bucket: string, { key, versionId, uploadedAt }: UploadedVersion): UploadNotification {
  return {
    Records: [
      {
        eventVersion: '2.1',
        eventSource: 'aws:s3',
        eventTime: uploadedAt.toISOString(),
        eventName: 'ObjectCreated:Sweep',
        s3: { s3SchemaVersion: '1.0', bucket: { name: bucket }, object: { key: encodeKey(key), versionId } },
      },
    ],
  };
}

/** As S3 writes a key in its events: a space is `+`, slashes stay. */
function encodeKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/');
}
