import type { Issue } from '../issues/issue.ts';
import { issueInLanguage } from '../issues/issue-in-language.ts';
import type { Language } from '../words/language.ts';
import type { Report } from './report-schema.ts';

/** What a report says to people, in another language. What it says to programs stays the same. */
export function reportInLanguage<T extends Pick<Report, 'issues' | 'rows'>>(report: T, language: Language): T & { language: Language } {
  const translate = (issues: readonly Issue[]) => issues.map((issue) => issueInLanguage(issue, language));
  const rows = report.rows.map((row) => (row.issues.length === 0 ? row : { ...row, issues: translate(row.issues) }));
  return { ...report, language, issues: translate(report.issues), rows };
}
