import { fillTemplate, placeholdersOf } from '../words/fill-template.ts';
import { enumerate, formatMoney, joinWithAnd, nameLanguage } from '../words/formats.ts';
import type { Language } from '../words/language.ts';
import type { Param, Params } from './param.ts';
import { phrases as english, type PhraseCode } from './phrases/en.ts';
import { phrases as indonesian } from './phrases/id.ts';

const phrases: Readonly<Record<Language, Readonly<Record<PhraseCode, string>>>> = { en: english, id: indonesian };

/** A sentence with what it mentions, in a language; `undefined` where something that it mentions is not known. */
export function fillSentence(sentence: string, params: Readonly<Params>, language: Language): string | undefined {
  const values: Record<string, string | number> = {};
  for (const name of placeholdersOf(sentence)) {
    const param = Object.hasOwn(params, name) ? params[name] : undefined;
    const value = param === undefined ? undefined : showParam(param, language);
    if (value === undefined) return undefined;
    values[name] = value;
  }
  return fillTemplate(sentence, values, language);
}

function showParam(param: Param, language: Language): string | number | undefined {
  if (typeof param !== 'object') return param;
  if ('amount' in param) return formatMoney(param.amount, param.currency, language);
  if ('locale' in param) return nameLanguage(param.locale, language);
  if ('list' in param) return showList(param.list, param.more, language);
  // A report of a later version may know more phrases.
  return isPhrase(param.phrase) ? fillSentence(phrases[language][param.phrase], param.params ?? {}, language) : undefined;
}

function showList(list: readonly Param[], more: number | undefined, language: Language): string | undefined {
  const items = list.map((item) => showParam(item, language));
  if (items.includes(undefined)) return undefined;
  const named = items.map(String);
  return more === undefined
    ? enumerate(named, language)
    : joinWithAnd([...named, fillTemplate(phrases[language].more, { more }, language)], language);
}

function isPhrase(code: string): code is PhraseCode {
  return Object.hasOwn(english, code);
}
