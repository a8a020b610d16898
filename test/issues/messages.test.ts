import { describe, expect, test } from 'vitest';
import { messages as english, type IssueCode } from '../../functions/menu-import/issues/messages/en.ts';
import { messages as indonesian } from '../../functions/menu-import/issues/messages/id.ts';
import { phrases as englishPhrases } from '../../functions/menu-import/issues/phrases/en.ts';
import { phrases as indonesianPhrases } from '../../functions/menu-import/issues/phrases/id.ts';
import type { Sentence } from '../../functions/menu-import/issues/sentence.ts';
import { placeholdersOf } from '../../functions/menu-import/words/fill-template.ts';

const codes = Object.keys(english) as IssueCode[];
const mentioned = ({ message, why = '', fix }: Sentence) => [message + why, fix].map((part) => placeholdersOf(part).toSorted());
const quoted = (text: string) => text.match(/"[^"]*"/g)?.toSorted() ?? [];

describe('an issue', () => {
  test.each(codes)('%s is told in Indonesian, with what it mentions in English', (code) => {
    const translated = indonesian[code];
    if (translated === undefined) throw new Error('it has no translation');
    expect(mentioned(translated)).toEqual(mentioned(english[code]));
    // What is to be typed or clicked is the same.
    expect(quoted(translated.fix)).toEqual(quoted(english[code].fix));
    expect(translated.message).not.toBe(english[code].message);
  });

  test.each(codes)('%s is sentences in both languages', (code) => {
    for (const { message, why, fix } of [english[code], indonesian[code] ?? english[code]]) {
      for (const part of [message, fix, ...(why === undefined ? [] : [why])]) expect(part).toMatch(/(?:[.?]|\{answer\})$/);
      for (const part of [message, fix]) expect(part).toMatch(/^["A-Zk{]/);
    }
  });
});

test.each(Object.entries(englishPhrases))('the phrase %s mentions the same in both languages', (code, phrase) => {
  const translated = indonesianPhrases[code as keyof typeof indonesianPhrases];
  expect(placeholdersOf(translated).toSorted()).toEqual(placeholdersOf(phrase).toSorted());
});
