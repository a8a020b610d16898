import type { Language } from './language.ts';

const locales: Readonly<Record<Language, string>> = { en: 'en-GB', id: 'id-ID' };

/** Making a format costs more than using it a hundred times. */
function oncePerLanguage<T>(make: (locale: string) => T): (language: Language) => T {
  const made = new Map<Language, T>();
  return (language) => {
    const known = made.get(language) ?? make(locales[language]);
    made.set(language, known);
    return known;
  };
}

const numberFormat = oncePerLanguage((locale) => new Intl.NumberFormat(locale));
const pluralRules = oncePerLanguage((locale) => new Intl.PluralRules(locale));
const enumeration = oncePerLanguage((locale) => new Intl.ListFormat(locale, { type: 'unit' }));
const conjunction = oncePerLanguage((locale) => new Intl.ListFormat(locale, { type: 'conjunction' }));
const languageNames = oncePerLanguage((locale) => new Intl.DisplayNames(locale, { type: 'language' }));
const dateAndTime = oncePerLanguage(
  (locale) => new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' }),
);
const timeOfDay = oncePerLanguage((locale) => new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }));
const moneyFormats = oncePerLanguage((locale) => {
  const byCurrency = new Map<string, Intl.NumberFormat>();
  return (currency: string) => {
    const style = { style: 'currency', currency, currencyDisplay: 'code', minimumFractionDigits: 0, maximumFractionDigits: 3 } as const;
    const known = byCurrency.get(currency) ?? new Intl.NumberFormat(locale, style);
    byCurrency.set(currency, known);
    return known;
  };
});

const durationIn = (unit: 'hour' | 'minute' | 'second') =>
  oncePerLanguage(
    (locale) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: unit === 'second' ? 0 : 1 }),
  );
const durations = { hour: durationIn('hour'), minute: durationIn('minute'), second: durationIn('second') };

/** `1,200`, or `1.200`. */
export function formatNumber(value: number, language: Language): string {
  return numberFormat(language).format(value);
}

export function isOne(count: number, language: Language): boolean {
  return pluralRules(language).select(count) === 'one';
}

/** `a, b, c`. */
export function enumerate(items: readonly string[], language: Language): string {
  return enumeration(language).format(items);
}

/** `a, b and c`. */
export function joinWithAnd(items: readonly string[], language: Language): string {
  return conjunction(language).format(items);
}

/** An amount in whole units of a currency (ISO 4217): `IDR 12,500`. The code says more than a sign, which several currencies share. */
export function formatMoney(amount: number, currency: string, language: Language): string {
  return moneyFormats(language)(currency).format(amount).replaceAll('\u00A0', ' ');
}

/** What a language (ISO 639-1) is called; its code where it has no name. */
export function nameLanguage(locale: string, language: Language): string {
  return languageNames(language).of(locale) ?? locale;
}

/** An instant in UTC: `24 Nov 2026, 09:00`. */
export function formatDateAndTime(instant: Date, language: Language): string {
  return dateAndTime(language).format(instant);
}

/** `09:00`, in UTC. */
export function formatTimeOfDay(instant: Date, language: Language): string {
  return timeOfDay(language).format(instant);
}

/** `4 minutes`: in the largest unit of which there are at least two, so that what is left out does not matter. */
export function formatDuration(durationMs: number, language: Language): string {
  const seconds = Math.max(1, Math.round(durationMs / 1_000));
  const [unit, size] =
    seconds >= 7_200 ? (['hour', 3_600] as const) : seconds >= 120 ? (['minute', 60] as const) : (['second', 1] as const);
  return durations[unit](language).format(seconds / size);
}
