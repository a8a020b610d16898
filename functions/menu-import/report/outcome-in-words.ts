import type { Report } from './report-schema.ts';

export interface OutcomeInWords {
  headline: string;
  whatNext: string;
}

/** What happened to a menu and what to do now, for a restaurant owner. */
export function outcomeInWords({ import: { outcome }, summary }: Report): OutcomeInWords {
  const { failed, changed, not_attempted, unknown } = summary;
  switch (outcome) {
    case 'completed':
      return { headline: 'The menu is in klikit.', whatNext: 'There is nothing to do.' };
    case 'refused':
      return {
        headline: 'The file could not be used. Nothing was sent to klikit.',
        whatNext: 'Do what is said below, and upload it again.',
      };
    case 'stopped':
      return {
        headline: `The import stopped before its end: ${rowsIn(not_attempted)} not sent yet.`,
        whatNext: 'Upload the same file again later. What is in klikit is not made twice.',
      };
    case 'completed_with_issues': {
      const parts = [
        ...(failed > 0 ? [`${rowsIn(failed)} not in klikit`] : []),
        ...(changed > 0 ? [`${rowsIn(changed)} different from klikit`] : []),
        ...(not_attempted > 0 ? [`${rowsIn(not_attempted)} not sent yet`] : []),
        ...(unknown > 0 ? [`${rowsIn(unknown)} not known to be there or not`] : []),
      ];
      const list = new Intl.ListFormat('en').format(parts);
      return {
        headline: list === '' ? 'The menu is in klikit, with something to look at.' : `The menu is in klikit, but not all of it: ${list}.`,
        whatNext: 'Correct the cells that are named below, and upload the whole file again. What is in klikit is not made twice.',
      };
    }
  }
}

function rowsIn(count: number): string {
  return `${new Intl.NumberFormat('en').format(count)} ${count === 1 ? 'row is' : 'rows are'}`;
}
