import type { StoredEntry } from '../request-schemas.ts';
import type { StoredGroup } from '../sandbox-state.ts';
import { otherTitles, priceLines } from './entry-parts.ts';
import { type Html, html } from './html.ts';

/** A modifier group with its options, in sequence. */
export function groupCard({ id, title, options }: StoredGroup, entries: ReadonlyMap<number, StoredEntry>): Html {
  const titles = typeof title === 'string' ? { en: title } : title;
  const [[locale, first] = ['', '']] = Object.entries(titles);
  const rows = options
    .toSorted((left, right) => left.sequence - right.sequence)
    .map(({ id, sequence }) => optionRow(sequence, id, entries.get(id)));
  return html`<article>
<div class="head"><h3 lang="${locale}" dir="auto">${first}</h3><code>#${id}</code></div>
${otherTitles(titles)}
${rows.length === 0 ? html`<p class="note">No options yet.</p>` : html`<ol>${rows}</ol>`}
</article>
`;
}

function optionRow(sequence: number, id: number, entry: StoredEntry | undefined): Html {
  if (entry === undefined) return html``;
  const [[locale, first] = ['', '']] = Object.entries(entry.title);
  return html`<li${entry.isEnabled === false ? html` class="off"` : undefined}><span class="at">${sequence}</span>
<div><span lang="${locale}" dir="auto">${first}</span>${otherTitles(entry.title)}
<p class="ids"><code>#${id}</code>${entry.sku === undefined ? undefined : html` <code>${entry.sku}</code>`}${entry.isEnabled === false ? ' disabled' : undefined}</p></div>
<div class="prices">${priceLines(entry)}</div></li>
`;
}
