import type { LocalizedText, StoredEntry } from '../request-schemas.ts';
import { formatMoney } from './format-money.ts';
import { type Html, html } from './html.ts';

/** The title in every language but the first. */
export function otherTitles(title: LocalizedText): Html {
  const titles = Object.entries(title).slice(1);
  const lines = titles.map(([locale, text]) => html`<li><abbr>${locale}</abbr><span lang="${locale}" dir="auto">${text}</span></li>`);
  return html`${lines.length === 0 ? undefined : html`<ul class="titles">${lines}</ul>`}`;
}

/** A line for each provider and currency; the take-away price only where it differs. */
export function priceLines({ prices }: Pick<StoredEntry, 'prices'>): Html[] {
  return Object.entries(prices).flatMap(([provider, byCurrency]) =>
    Object.entries(byCurrency).map(([currency, { price, takeAwayPrice }]) => {
      const notes = [
        ...(provider === '1' ? [] : [`provider ${provider}`]),
        ...(takeAwayPrice === price ? [] : [`take-away ${formatMoney(takeAwayPrice, currency)}`]),
      ];
      const note = notes.length === 0 ? undefined : html` <small>${notes.join(' · ')}</small>`;
      return html`<p><b>${formatMoney(price, currency)}</b>${note}</p>`;
    }),
  );
}
