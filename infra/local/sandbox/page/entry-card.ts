import type { StoredEntry } from '../request-schemas.ts';
import { otherTitles, priceLines } from './entry-parts.ts';
import { type Html, html } from './html.ts';

/** One item or option with everything that klikit keeps of it. */
export function entryCard(entry: StoredEntry): Html {
  const { id, title, description, sku, vat, preparationMinutes, visibilities, isEnabled = true } = entry;
  const [[locale, first] = ['', '']] = Object.entries(title);
  return html`<article${isEnabled ? undefined : html` class="off"`}>
<div class="head"><h3 lang="${locale}" dir="auto">${first}</h3><code>#${id}</code></div>
${otherTitles(title)}
${Object.entries(description ?? {}).map(([language, text]) => html`<p class="note" lang="${language}" dir="auto">${text}</p>`)}
<div class="prices">${priceLines(entry)}</div>
<ul class="facts">${[
    html`<li>SKU ${sku === undefined ? html`<i>none</i>` : html`<code>${sku}</code>`}</li>`,
    html`<li>VAT ${vat}%</li>`,
    ...(preparationMinutes === undefined ? [] : [html`<li>${preparationMinutes} min</li>`]),
    isEnabled ? html`<li class="yes">enabled</li>` : html`<li class="no">disabled</li>`,
    visibleOn(visibilities),
  ]}</ul>
</article>
`;
}

function visibleOn(visibilities: StoredEntry['visibilities']): Html {
  const providers = Object.keys(visibilities).filter((provider) => visibilities[provider] === true);
  if (providers.length === 0) return html`<li class="no">hidden everywhere</li>`;
  const names = providers.map((provider) => (provider === '1' ? 'klikit' : `provider ${provider}`));
  return html`<li class="yes">visible on ${names.join(', ')}</li>`;
}
