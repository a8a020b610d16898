import { expect, test } from 'vitest';
import { languageOf } from '../../functions/menu-import/words/language.ts';

test.each([
  ['id', 'id'],
  ['en', 'en'],
  ['th', 'en'],
  [undefined, 'en'],
] as const)('for %s words are in %s', (locale, language) => {
  expect(languageOf(locale)).toBe(language);
});
