import { createHash } from 'node:crypto';

/** One workbook to import. */
export interface ImportRequest {
  merchant: string;
  trigger: 'upload' | 'schedule' | 'manual';
  /** Tells one occurrence of a schedule from the next; empty for an upload. */
  occurrence: string;
  bucket: string;
  /** Decoded. */
  key: string;
  /** Absent where the bucket keeps no versions. */
  versionId?: string;
  /** S3's own order of the events of one key, hexadecimal. Absent where no event of S3 asked for the import. */
  sequencer?: string;
}

/** The same upload has the same id however often it is delivered; another version of the same key has another. */
export function importId({ bucket, key, versionId, occurrence }: ImportRequest): string {
  const identity = JSON.stringify([bucket, key, versionId ?? '', occurrence]);
  return createHash('sha256').update(identity).digest('hex').slice(0, 32);
}
