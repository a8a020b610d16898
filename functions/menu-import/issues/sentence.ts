import type { Issue } from './issue.ts';

/** What is said of one kind of fault. `{name}` is what a finding mentions, see `fillTemplate`. */
export interface Sentence {
  /** What is wrong. */
  message: string;
  /** What happens otherwise, where neither of the others says so. */
  why?: string;
  /** What to do about it. */
  fix: string;
}

export interface RatedSentence extends Sentence {
  severity: Issue['severity'];
}

export function sentence(message: string, fix: string, why?: string): Sentence {
  return { message, fix, ...(why === undefined ? {} : { why }) };
}

export function error(message: string, fix: string, why?: string): RatedSentence {
  return { severity: 'error', ...sentence(message, fix, why) };
}

export function warning(message: string, fix: string, why?: string): RatedSentence {
  return { severity: 'warning', ...sentence(message, fix, why) };
}
