import type { ReportLink, ReportRow } from '../../../functions/menu-import/report/report-schema.ts';
import type { EndState, ExpectedRow, ReportedImport } from './end-state.ts';

/** Statuses of links that klikit may hold. */
const mayBeThere: ReadonlySet<ReportLink['status']> = new Set(['linked', 'already_linked', 'unknown']);

/** An option is in its group exactly once where a report says so, and in no group without a report that says that it may be. */
export function checkLinks({ klikit: { groups }, promises }: EndState, reported: readonly ReportedImport[]): string[] {
  const options = reported.flatMap(({ report, rows }) => report.rows.flatMap((row, index) => optionOf(row, rows[index])));
  const wrong = options.flatMap(({ title, klikitId, groupId, link, linkFate }) => {
    const times = groups.find(({ id }) => id === groupId)?.options.filter(({ id }) => id === klikitId).length ?? 0;
    const isLinked = link === 'linked' || link === 'already_linked';
    if (isLinked && times !== 1) return [`"${title}" is ${link}, and stands ${times} times in its group ${groupId}`];
    if (linkFate === 'refused') {
      // A process that came later cannot know that its forerunner was refused, and not lost.
      const isKnown = link === 'failed' || (link === 'unknown' && !promises.undisturbed);
      return isKnown || !promises.everythingKnown ? [] : [`the link of "${title}" was refused, and is ${link}`];
    }
    return !isLinked && promises.everythingKnown ? [`the link of "${title}" is ${link}`] : [];
  });
  const accountedFor = new Set(
    options.filter(({ link }) => mayBeThere.has(link)).map(({ klikitId, groupId }) => `${klikitId} in ${groupId}`),
  );
  const unaccounted = groups.flatMap((group) =>
    group.options.map(({ id }) => `${id} in ${group.id}`).filter((placed) => !accountedFor.has(placed)),
  );
  return [...wrong, ...unaccounted.map((placed) => `the option ${placed} was linked, and no report says that it may be`)];
}

function optionOf({ title = '', klikitId, link }: ReportRow, expected: ExpectedRow | undefined) {
  if (expected?.groupId === undefined) return [];
  const { groupId, linkFate = 'sent' } = expected;
  return [{ title, klikitId, groupId, linkFate, link: link?.status ?? ('not_attempted' as const) }];
}
