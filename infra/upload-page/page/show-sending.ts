import { fillTemplate } from '../../../functions/menu-import/words/fill-template.ts';
import type { PageSettings } from '../page-settings.ts';

/** Shows a file that is on its way; answers what to call as more of it is out: from 0 to 1. */
export function showSending(
  area: HTMLElement,
  { name, bytes }: { name: string; bytes: Uint8Array },
  { words, language }: PageSettings,
): (share: number) => void {
  const heading = area.querySelector('h2');
  const bar = area.querySelector('progress');
  const said = area.querySelector('#progress');
  if (heading === null || bar === null || said === null) throw new Error('the page has no place for the progress');
  heading.textContent = fillTemplate(words.sending, { file: name }, language);
  bar.setAttribute('aria-label', heading.textContent);
  const size = sizeInWords(bytes.length, language);
  const show = (share: number) => {
    bar.value = share;
    said.textContent = share < 1 ? fillTemplate(words.progress, { percent: Math.floor(share * 100), size }, language) : words.almost;
  };
  show(0);
  return show;
}

function sizeInWords(sizeBytes: number, language: string): string {
  const isSmall = sizeBytes < 1_000_000;
  const format = { style: 'unit', unit: isSmall ? 'kilobyte' : 'megabyte', maximumFractionDigits: isSmall ? 0 : 1 } as const;
  return new Intl.NumberFormat(language, format).format(isSmall ? Math.max(1, sizeBytes / 1_000) : sizeBytes / 1_000_000);
}
