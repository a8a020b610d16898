import type { ImportRequest } from '../import-request.ts';
import type { SourceVersion } from './ledger-state.ts';

/** The version of a file that an import is about. */
export function sourceVersionOf({ versionId, sequencer }: ImportRequest, lastModified: string | undefined): SourceVersion {
  return {
    ...(versionId === undefined ? {} : { versionId }),
    ...(sequencer === undefined ? {} : { sequencer }),
    ...(lastModified === undefined ? {} : { lastModified }),
  };
}

/** Whether the first was uploaded before the second. S3's order of events decides where both have it, else the time of the upload. */
export function isOlderSource(one: SourceVersion, other: SourceVersion): boolean {
  if (one.versionId !== undefined && one.versionId === other.versionId) return false;
  if (one.sequencer !== undefined && other.sequencer !== undefined) {
    // Of different lengths, the shorter is filled up with zeros on the right; then they sort as text.
    const length = Math.max(one.sequencer.length, other.sequencer.length);
    return one.sequencer.padEnd(length, '0') < other.sequencer.padEnd(length, '0');
  }
  // To the second, which is as exact as S3 is: what was uploaded within one is not older.
  return (
    one.lastModified !== undefined && other.lastModified !== undefined && Date.parse(one.lastModified) < Date.parse(other.lastModified)
  );
}

export function newerSource(known: SourceVersion | undefined, source: SourceVersion): SourceVersion {
  if (known === undefined) return source;
  // A schedule finds the same version again, and knows less of it than the event of its upload said.
  if (known.versionId !== undefined && known.versionId === source.versionId) return { ...source, ...known };
  return isOlderSource(source, known) ? known : source;
}
