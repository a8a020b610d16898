import { createHash } from 'node:crypto';
import type { ImportRequest } from './import-request.ts';
import type { Issue } from './issues/issue.ts';
import { makeIssue } from './issues/make-issue.ts';
import type { Closed } from './ledger/fact.ts';
import type { ObjectStore } from './store/object-store.ts';
import { ObjectTooLarge } from './store/object-too-large.ts';

/** An uploaded file, or why it cannot be had. `about` goes into ledger and report. */
export type Source = { about: Closed['source'] } & ({ bytes: Uint8Array } | { refusal: Issue });

/** Fetches the very version that was uploaded. Faults of the store itself are thrown. */
export async function fetchSource({ key, versionId }: ImportRequest, uploads: ObjectStore): Promise<Source> {
  try {
    const object = await uploads.get(key, versionId);
    if (object === undefined) return { about: { sha256: '', bytes: 0 }, refusal: makeIssue({ code: 'source_gone' }) };
    const { bytes, lastModified } = object;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { about: { sha256, bytes: bytes.byteLength, lastModified: lastModified.toISOString() }, bytes };
  } catch (error) {
    if (!(error instanceof ObjectTooLarge)) throw error;
    const { sizeBytes, allowedBytes } = error;
    const params = { limit: { phrase: 'limit_file_bytes' as const }, allowed: allowedBytes, seen: sizeBytes };
    return { about: { sha256: '', bytes: sizeBytes }, refusal: makeIssue({ code: 'limit_exceeded', params }) };
  }
}
