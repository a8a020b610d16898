import type { Language } from '../words/language.ts';
import type { Issue } from './issue.ts';
import { messages as english, type IssueCode } from './messages/en.ts';
import { messages as indonesian } from './messages/id.ts';
import type { Params } from './param.ts';
import type { Sentence } from './sentence.ts';
import { fillSentence } from './show-param.ts';

type Translations = Readonly<Record<Exclude<Language, 'en'>, Readonly<Partial<Record<IssueCode, Sentence>>>>>;

const translations: Translations = { id: indonesian };

/**
 * What a fault is called in a language, with what it mentions; `undefined` where something that it mentions is not known. Where there are
 * no words for it in that language, all of it is in English, so that no sentence is in two.
 */
export function describe(
  code: IssueCode,
  params: Readonly<Params>,
  language: Language,
  words: Translations = translations,
): Pick<Issue, 'message' | 'fix'> | undefined {
  const translation = language === 'en' ? undefined : words[language][code];
  const { message, why, fix } = translation ?? english[code];
  const fill = (sentence: string) => fillSentence(sentence, params, translation === undefined ? 'en' : language);
  const [filledMessage, filledFix] = [fill(why === undefined ? message : `${message} ${why}`), fill(fix)];
  return filledMessage === undefined || filledFix === undefined ? undefined : { message: filledMessage, fix: filledFix };
}

export function isIssueCode(code: string): code is IssueCode {
  return Object.hasOwn(english, code);
}
