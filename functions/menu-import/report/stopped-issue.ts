import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { StopCause } from '../ledger/fact.ts';
import type { ReportRow } from './report-schema.ts';

/** What stands above all rows where an import stopped: why, how far it came, and what happens next. */
export function stoppedIssue(because: StopCause, rows: readonly ReportRow[]): Issue {
  const count = (...statuses: ReportRow['status'][]) => rows.filter(({ status }) => statuses.includes(status)).length;
  const unknown = count('unknown');
  const isForOperator = because === 'klikit_credentials_rejected' || because === 'klikit_access_forbidden';
  return makeIssue({
    code: isForOperator ? 'stopped_without_access' : 'stopped_early',
    params: {
      because: { phrase: `because_${because}` },
      rows: rows.length,
      there: count('created', 'unchanged', 'changed'),
      left: count('not_attempted'),
      unknown: unknown === 0 ? '' : { phrase: 'and_some_unknown', params: { count: unknown } },
    },
  });
}
