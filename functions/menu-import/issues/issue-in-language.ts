import type { Language } from '../words/language.ts';
import { describe, isIssueCode } from './describe.ts';
import type { Issue } from './issue.ts';

/**
 * The same issue in another language. The sentences are made anew from its code, its place and what it mentions; an issue that was kept
 * without all of these, or whose code is not known here, keeps the sentences that it has.
 */
export function issueInLanguage(issue: Issue, language: Language): Issue {
  if (!isIssueCode(issue.code)) return issue;
  return { ...issue, ...describe(issue.code, mentionedBy(issue), language) };
}

function mentionedBy({ sheet, row, column, cell, value, params }: Issue) {
  const place = Object.entries({ sheet, row, column, cell, value }).filter(
    (entry): entry is [string, string | number] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(place), ...params };
}
