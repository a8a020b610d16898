import type { SkippedBecause } from '../menu/menu.ts';

type OneAndMany = readonly [one: string, many: string];

const words: Readonly<Record<SkippedBecause, OneAndMany>> = {
  section_title: ['section title', 'section titles'],
  repeated_header: ['repeated header', 'repeated headers'],
  hidden_row: ['hidden row', 'hidden rows'],
  hidden_sheet: ['row of the hidden sheet', 'rows of the hidden sheet'],
  total: ['total', 'totals'],
  note: ['note', 'notes'],
  not_for_sale: ['row not for sale', 'rows not for sale'],
  export_detail: ['row of details', 'rows of details'],
};

/** What a row is that is no menu row: of one, and of many. Reports of old may name what is no longer known. */
export function skippedInWords(reason: string): OneAndMany {
  return Object.entries(words).find(([known]) => known === reason)?.[1] ?? [reason, reason];
}
