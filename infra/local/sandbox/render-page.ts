import type { SandboxState, StoredEntry, StoredGroup } from './menu-store.ts';
import { pageStyle } from './page-style.ts';
import type { RecordedCall } from './start-klikit-sandbox.ts';

const shownCalls = 20;

/** The menu as this klikit holds it now, as one page without scripts. Everything from a workbook is text here, never markup. */
export function renderPage({ entries, groups }: SandboxState, calls: readonly RecordedCall[]): string {
  const items = entries.filter(({ onlyModifier }) => onlyModifier !== true);
  const options = entries.filter(({ onlyModifier }) => onlyModifier === true);
  const linked = new Set(groups.flatMap((group) => group.options.map(({ id }) => id)));
  const loose = options.filter(({ id }) => !linked.has(id));
  const filled = groups.filter((group) => group.options.length > 0);
  const empty = groups.filter((group) => group.options.length === 0);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>klikit sandbox</title>
<style>${pageStyle}</style>
</head>
<body>
<header>
<h1>klikit sandbox</h1>
<p>The menu as this klikit holds it: <b>${items.length}</b> items, <b>${options.length}</b> modifier options, <b>${filled.length}</b> of ${groups.length} groups in use. Nothing here is real, and nothing leaves this machine.</p>
</header>
<main>
<section><h2>Items</h2>${items.length === 0 ? nothingYet('No item yet. Import a workbook and look again.') : `<div class="grid">${items.map(itemCard).join('')}</div>`}</section>
<section><h2>Modifier groups</h2>${filled.length === 0 ? nothingYet('No group has an option yet.') : `<div class="grid">${filled.map((group) => groupCard(group, options)).join('')}</div>`}
${empty.length === 0 ? '' : `<p class="quiet">Groups without options: ${empty.map(({ id, title }) => `${escape(groupTitle(title))} <code>${id}</code>`).join(', ')}</p>`}</section>
${loose.length === 0 ? '' : `<section><h2>Options in no group</h2><div class="grid">${loose.map(itemCard).join('')}</div></section>`}
${calls.length === 0 ? '' : `<section><h2>Last calls</h2><div class="scroll"><table><thead><tr><th>Call</th><th>Status</th><th>Request id</th></tr></thead><tbody>${calls.slice(-shownCalls).toReversed().map(callRow).join('')}</tbody></table></div></section>`}
</main>
</body>
</html>
`;
}

function itemCard(entry: StoredEntry): string {
  const [[locale, title] = ['', ''], ...others] = Object.entries(entry.title);
  const facts = [
    entry.sku === undefined ? undefined : `SKU ${entry.sku}`,
    `VAT ${entry.vat}%`,
    entry.preparationMinutes === undefined ? undefined : `${entry.preparationMinutes} min`,
    entry.isEnabled === false ? 'disabled' : undefined,
    `visible on ${visibleOn(entry)}`,
  ].filter((fact) => fact !== undefined);
  return `<article${entry.isEnabled === false ? ' class="off"' : ''}>
<h3 lang="${escape(locale)}">${escape(title)}</h3>
${others.map(([other, text]) => `<p class="other" lang="${escape(other)}"><span>${escape(other)}</span> ${escape(text)}</p>`).join('')}
<p class="price">${priceText(entry)}</p>
${entry.description === undefined ? '' : `<p class="quiet">${escape(Object.values(entry.description)[0] ?? '')}</p>`}
<p class="facts">${facts.map(escape).join(' · ')} · <code>${entry.id}</code></p>
</article>`;
}

function groupCard({ id, title, options }: StoredGroup, entries: readonly StoredEntry[]): string {
  const rows = options
    .toSorted((a, b) => a.sequence - b.sequence)
    .flatMap(({ id: option, sequence }) => {
      const entry = entries.find((candidate) => candidate.id === option);
      return entry === undefined
        ? []
        : [
            `<li value="${sequence}"><span>${escape(Object.values(entry.title)[0] ?? '')}</span><b>${priceText(entry)}</b><code>${option}</code></li>`,
          ];
    });
  return `<article><h3>${escape(groupTitle(title))} <code>${id}</code></h3><ol>${rows.join('')}</ol></article>`;
}

function callRow({ method, path, status, requestId }: RecordedCall): string {
  return `<tr><td>${escape(method)} ${escape(path.replace('/v1/partner', ''))}</td><td>${status === 0 ? 'dropped' : status}</td><td><code>${escape(requestId)}</code></td></tr>`;
}

function priceText({ prices }: StoredEntry): string {
  return Object.entries(prices)
    .flatMap(([provider, byCurrency]) =>
      Object.entries(byCurrency).map(([currency, { price, takeAwayPrice }]) => {
        const own = provider === '1' ? '' : ` on ${provider}`;
        const takeAway = takeAwayPrice === price ? '' : ` (take-away ${money(takeAwayPrice, currency)})`;
        return `${money(price, currency)}${takeAway}${own}`;
      }),
    )
    .map(escape)
    .join('<br>');
}

function money(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    minimumFractionDigits: 0,
    maximumFractionDigits: 3,
  }).format(amount);
}

function visibleOn({ visibilities }: StoredEntry): string {
  const providers = Object.entries(visibilities).filter(([, visible]) => visible);
  return providers.length === 0 ? 'no provider' : providers.map(([provider]) => (provider === '1' ? 'klikit' : provider)).join(', ');
}

function groupTitle(title: StoredGroup['title']): string {
  return typeof title === 'string' ? title : Object.values(title).join(' / ');
}

function nothingYet(text: string): string {
  return `<p class="empty">${escape(text)}</p>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
