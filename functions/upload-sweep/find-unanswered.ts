import { inParallel } from './in-parallel.ts';
import { type Upload, uploadOf } from './upload-of.ts';
import type { UploadedVersion } from './uploaded-versions.ts';

/** Look-ups of reports at the same time. */
const atOnce = 16;

interface Search {
  bucket: string;
  /** Page by page. */
  versions: AsyncIterable<readonly UploadedVersion[]>;
  isAnswered: (upload: Upload) => Promise<boolean>;
  /** What was uploaded before is not looked at. */
  since: Date;
}

/** What a search saw. */
export interface Unanswered {
  /** The oldest first, so that versions of one file are imported in their order. */
  uploads: Upload[];
  /** Versions in the bucket, of any age. */
  listed: number;
  /** Those of them that are uploads, and young enough. */
  lookedUp: number;
}

/** Every upload since then that has no report. Keeps these only, however much it goes through. */
export async function findUnanswered({ bucket, versions, isAnswered, since }: Search): Promise<Unanswered> {
  const found: Unanswered = { uploads: [], listed: 0, lookedUp: 0 };
  for await (const page of versions) {
    const young = page.filter(({ uploadedAt }) => uploadedAt >= since);
    const uploads = young.map((version) => uploadOf(bucket, version)).filter((upload) => upload !== undefined);
    const answered = await inParallel(atOnce, uploads, isAnswered);
    found.uploads.push(...uploads.filter((_, index) => answered[index] === false));
    found.listed += page.length;
    found.lookedUp += uploads.length;
  }
  found.uploads.sort((one, other) => one.uploadedAt.getTime() - other.uploadedAt.getTime());
  return found;
}
