import type { ImportHeader } from '../../../functions/menu-import/report/report-schema.ts';

/** What the process says to whoever called it; part of the product's contract. */
export const exitStatus = { allDone: 0, withIssues: 1, refused: 2, couldNotRun: 3 } as const;

/** The import could not run: wrong usage, settings, credentials. The message is for whoever typed the command. */
export class CannotRun extends Error {
  override readonly name = 'CannotRun';
}

/** The exit status that an import ends with. A set-up fault counts as "could not run", whatever the report says. */
export function exitStatusOf({ outcome, reason }: Pick<ImportHeader, 'outcome' | 'reason'>): number {
  switch (outcome) {
    case 'completed':
      return exitStatus.allDone;
    case 'completed_with_issues':
      return exitStatus.withIssues;
    case 'refused':
      return reason?.startsWith('secret_') === true ? exitStatus.couldNotRun : exitStatus.refused;
    case 'stopped':
      return exitStatus.couldNotRun;
  }
}
