import type { UploadedVersion } from '../../functions/upload-sweep/uploaded-versions.ts';

/** When the tests of the sweep take place. */
export const noon = new Date('2026-11-25T12:00:00Z');

export function minutesBefore(minutes: number): Date {
  return new Date(noon.getTime() - minutes * 60_000);
}

/** A version of a file, uploaded so long before noon. */
export function version(key: string, minutes: number, versionId = 'v1'): UploadedVersion {
  return { key, versionId, uploadedAt: minutesBefore(minutes) };
}

/** What a bucket lists, page by page. */
export async function* pages(...all: UploadedVersion[][]): AsyncGenerator<UploadedVersion[]> {
  yield* all;
}
