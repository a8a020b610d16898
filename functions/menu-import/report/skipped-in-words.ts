import type { OneAndMany, ReportWords } from './words/report-words.ts';

/** What a row is that is no menu row: of one, and of many. Reports of old may name what is no longer known. */
export function skippedInWords(reason: string, { skipped }: Pick<ReportWords, 'skipped'>): OneAndMany {
  return Object.entries(skipped).find(([known]) => known === reason)?.[1] ?? [reason, reason];
}
