import type { IssueCode } from './messages.ts';

/** What a parser has to say of a value, before it is put into words and given a place. */
export interface Finding {
  code: IssueCode;
  /** What the sentence mentions: names, numbers, the readings of an ambiguous price. */
  params?: Record<string, string | number>;
}

/** A value, perhaps with warnings, or the reason why there is none. Never both. */
export type Parsed<T> = { ok: true; value: T; warnings?: Finding[] } | { ok: false; finding: Finding };
