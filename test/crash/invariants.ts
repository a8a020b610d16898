import { checkEntries } from './invariants/check-entries.ts';
import { checkKeys } from './invariants/check-keys.ts';
import { checkLatest } from './invariants/check-latest.ts';
import { checkLinks } from './invariants/check-links.ts';
import { checkRenderings } from './invariants/check-renderings.ts';
import { checkRows } from './invariants/check-rows.ts';
import { checkSecrets } from './invariants/check-secrets.ts';
import type { EndState } from './invariants/end-state.ts';
import { readReports } from './invariants/read-reports.ts';

/** Everything that must hold when all has come to rest, however it came to that: one sentence for each thing that does not. */
export function findViolations(end: EndState): string[] {
  const { reported, violations } = readReports(end);
  return [
    ...violations,
    ...reported.flatMap((each) => checkRows(each, end.promises)),
    ...checkEntries(end, reported),
    ...checkLinks(end, reported),
    ...checkRenderings(end, reported),
    ...checkLatest(end),
    ...checkKeys(end),
    ...checkSecrets(end),
  ];
}
