import type { Language } from '../../functions/menu-import/words/language.ts';

/**
 * How times are written where the reader lives, in the page's language: `en-AU` of a browser that speaks `id-ID, en-AU`. Some browsers name
 * languages that `Intl` takes for an error, such as `en-US@posix`.
 */
export function localeFor(language: Language, spoken: readonly string[]): string {
  return spoken.find((locale) => locale.startsWith(language) && /^[a-z]{2}-[A-Z]{2}$/.test(locale)) ?? language;
}
