import { localeFor } from '../locale-for.ts';
import type { PageSettings } from '../page-settings.ts';

/** A moment in the reader's time zone, in the page's language as it is written where the reader lives. */
export function momentInWords(moment: string, { language }: Pick<PageSettings, 'language'>): string {
  return new Intl.DateTimeFormat(localeFor(language, navigator.languages), {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(moment));
}
