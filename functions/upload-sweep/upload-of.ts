import { importId } from '../menu-import/import-request.ts';
import { parseEvent } from '../menu-import/parse-event.ts';
import { type UploadNotification, uploadNotification } from './upload-notification.ts';
import type { UploadedVersion } from './uploaded-versions.ts';

/** An upload that the importer answers, and what asks it to. */
export interface Upload {
  merchant: string;
  importId: string;
  uploadedAt: Date;
  notification: UploadNotification;
}

/**
 * What the importer would make of a version. `undefined` where it would pass over it: folders, what programs leave beside files,
 * names that no merchant has. It is the importer that is asked, so that the two never differ.
 */
export function uploadOf(bucket: string, version: UploadedVersion): Upload | undefined {
  const notification = uploadNotification(bucket, version);
  const [request] = parseEvent(notification, bucket).requests;
  if (request === undefined) return undefined;
  return { merchant: request.merchant, importId: importId(request), uploadedAt: version.uploadedAt, notification };
}
