import type { CallLog } from '../call-log.ts';
import type { SandboxState } from '../sandbox-state.ts';
import { callTable } from './call-table.ts';
import { entryCard } from './entry-card.ts';
import { groupCard } from './group-card.ts';
import { Html, html } from './html.ts';
import { pageStyle } from './page-style.ts';

const shownCalls = 20;

/** Stands in the page too, because it is also read as a file. */
export const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'";

/** The menu as this klikit holds it now: one page without scripts that needs nothing else. */
export function renderPage({ entries, groups }: SandboxState, log: Pick<CallLog, 'latest'>): string {
  const items = entries.filter(({ onlyModifier }) => onlyModifier !== true);
  const options = new Map(entries.filter(({ onlyModifier }) => onlyModifier === true).map((entry) => [entry.id, entry]));
  const linked = new Set(groups.flatMap((group) => group.options.map(({ id }) => id)));
  const loose = [...options.values()].filter(({ id }) => !linked.has(id));
  const { calls, total } = log.latest(shownCalls);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<title>klikit sandbox</title>
<style>${new Html(pageStyle)}</style>
</head>
<body>
<header>
<p class="brand">klikit <span>sandbox</span></p>
<h1>The menu, as klikit holds it now</h1>
<p class="lead">This klikit runs on your own machine. Nothing here is real, and nothing leaves it.</p>
<dl class="counts">
${count(items.length, 'items', '#items')}${count(options.size, 'modifier options', '#groups')}${count(groups.length, 'modifier groups', '#groups')}${count(loose.length, 'options in no group', '#loose')}${count(total, 'calls', '#calls')}
</dl>
</header>
<main>
${section('items', 'Items', items.map(entryCard), 'No items yet. Import a workbook, then load this page again.')}
${section(
  'groups',
  'Modifier groups',
  groups.map((group) => groupCard(group, options)),
  'There are no modifier groups.',
)}
${section('loose', 'Options in no group', loose.map(entryCard), options.size === 0 ? 'No modifier options yet.' : 'Every modifier option is in a group.')}
<section id="calls"><h2>Last calls <small>${calls.length < total ? `${calls.length} of ${total}` : total}</small></h2>
${calls.length === 0 ? nothing('Nothing has been called yet.') : callTable(calls)}</section>
</main>
</body>
</html>
`;
  return page.markup;
}

function count(number: number, label: string, target: string): Html {
  return html`<div><dt><a href="${target}">${label}</a></dt><dd>${number.toLocaleString('en')}</dd></div>`;
}

function section(id: string, heading: string, cards: readonly Html[], empty: string): Html {
  const content = cards.length === 0 ? nothing(empty) : html`<div class="cards">${cards}</div>`;
  return html`<section id="${id}"><h2>${heading} <small>${cards.length.toLocaleString('en')}</small></h2>
${content}</section>`;
}

function nothing(text: string): Html {
  return html`<p class="empty">${text}</p>`;
}
