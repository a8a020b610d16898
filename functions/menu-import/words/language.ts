/** The languages that reports are written in. */
export const languages = ['en', 'id'] as const;

export type Language = (typeof languages)[number];

/** The language for a locale (ISO 639-1) such as a workbook's; English where there are no words in that one. */
export function languageOf(locale: string | undefined): Language {
  return languages.find((language) => language === locale) ?? 'en';
}
