import type { IssueCode } from './messages/en.ts';
import type { Param, Params } from './param.ts';
import type { PhraseCode } from './phrases/en.ts';

/** What a sentence may mention; words of ours among it are phrases, so that they can be said in any language. */
export type FindingParam = Param<PhraseCode>;
export type FindingParams = Params<PhraseCode>;

/** What a parser has to say of a value, before it is put into words and given a place. */
export interface Finding {
  code: IssueCode;
  /** What the sentence mentions: names, numbers, the readings of an ambiguous price. */
  params?: FindingParams;
}

/** A value, perhaps with warnings, or the reason why there is none. Never both. */
export type Parsed<T> = { ok: true; value: T; warnings?: Finding[] } | { ok: false; finding: Finding };
