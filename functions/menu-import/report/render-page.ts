import { createHash } from 'node:crypto';
import { escapeHtml, jsonInScript } from './escape-html.ts';
import { groupIssues, type IssueGroup } from './group-issues.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import type { Report, ReportSummary } from './report-schema.ts';
import { rowStatuses, statusWords } from './statuses.ts';

/** What makes the page alive, as text; bundled from `page/`. */
export interface PageAssets {
  script: string;
  style: string;
}

const placesToShow = 12;

/**
 * `report.html`: one file that needs nothing else, on any device, without a network. The Content-Security-Policy in it lets only its
 * own style and script run; what the workbook says is escaped in the markup, and text everywhere else.
 */
export function renderPage(report: Report, { script, style }: PageAssets): string {
  const { import: about, rows, sheets } = report;
  const name = about.source.key.split('/').slice(2).join('/') || about.source.key;
  const title = escapeHtml(`${name}: ${about.merchant}`);
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const names = [...new Set([...(sheets ?? []).map((sheet) => sheet.name), ...rows.map(({ sheet }) => sheet)])];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${heading(report, name)}
<main>
${outcome(report)}
${picture(report.summary)}
${whatToFix(groupIssues(report))}
${rows.length === 0 ? '' : rowsSection(names)}
</main>
<p id="said" role="status" class="quiet"></p>
<script type="application/json" id="report-data">${jsonInScript({ rows })}</script>
${rows.length === 0 ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function heading({ import: about }: Report, name: string): string {
  const [started, finished] = [about.startedAt, about.finishedAt].map((time) => time.slice(0, 16).replace('T', ' '));
  return `<header>
<h1 dir="auto">${escapeHtml(name)}</h1>
<p class="quiet">Menu of <b>${escapeHtml(about.merchant)}</b>, imported <time datetime="${about.startedAt}">${started}</time> to <time datetime="${about.finishedAt}">${finished}</time> UTC · import ${escapeHtml(about.id)}</p>
</header>`;
}

function outcome(report: Report): string {
  const { headline, whatNext } = outcomeInWords(report);
  return `<section class="outcome" data-outcome="${report.import.outcome}" aria-label="What happened">
<p><strong>${escapeHtml(headline)}</strong></p>
<p>${escapeHtml(whatNext)}</p>
</section>`;
}

/** A bar of all rows, by what became of them; the legend says the same in numbers. */
function picture(summary: ReportSummary): string {
  if (summary.rows === 0) return '';
  const counts = rowStatuses.map((status) => ({ status, count: summary[status] })).filter(({ count }) => count > 0);
  let from = 0;
  const bars = counts.map(({ status, count }) => {
    const width = (100 * count) / summary.rows;
    const bar = `<rect data-status="${status}" x="${from.toFixed(3)}" width="${width.toFixed(3)}" height="10"></rect>`;
    from += width;
    return bar;
  });
  const legend = counts.map(
    ({ status, count }) =>
      `<li data-status="${status}"><span class="dot"></span><b>${count.toLocaleString('en')}</b> ${escapeHtml(statusWords[status])}</li>`,
  );
  return `<section aria-label="Rows by what became of them">
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<ul class="legend">${legend.join('')}</ul>
</section>`;
}

function whatToFix(groups: readonly IssueGroup[]): string {
  const section = (severity: IssueGroup['severity'], title: string) => {
    const some = groups.filter((group) => group.severity === severity);
    return some.length === 0 ? '' : `<h2>${title}</h2>\n<ul class="fixes">${some.map(fix).join('')}</ul>`;
  };
  return `${section('error', 'Please fix')}\n${section('warning', 'Please check')}`;
}

function fix({ code, example, rows, places }: IssueGroup): string {
  const shown = places.slice(0, placesToShow).map((place) => `<bdi>${escapeHtml(place)}</bdi>`);
  const others = places.length - shown.length;
  const where = shown.length === 0 ? '' : `<p class="quiet">${shown.join(', ')}${others > 0 ? ` and ${others} more` : ''}</p>`;
  const button =
    rows === 0 ? '' : `<button type="button" data-code="${escapeHtml(code)}">${rows === 1 ? 'Show the row' : `Show ${rows} rows`}</button>`;
  const first = rows > 1 ? '<span class="quiet">For example:</span> ' : '';
  return `<li><p dir="auto">${first}${escapeHtml(example.message)} <em>${escapeHtml(example.fix)}</em></p>${where}${button}</li>`;
}

function rowsSection(sheets: readonly string[]): string {
  const options = (values: readonly (readonly [value: string, words: string])[]) =>
    values.map(([value, words]) => `<option value="${escapeHtml(value)}">${escapeHtml(words)}</option>`).join('');
  const sortable = (key: string, words: string, sort = 'none') =>
    `<th scope="col" aria-sort="${sort}"><button type="button" data-sort="${key}">${words}</button></th>`;
  const plain = (words: string) => `<th scope="col"><span>${words}</span></th>`;
  return `<h2 id="table">Rows</h2>
<noscript><p>The rows are listed where scripts may run; <code>report.json</code> has them, too.</p></noscript>
<div class="controls" role="search" aria-label="Rows">
<label>Search <input id="search" type="search" placeholder="Title, SKU, cell, request id"></label>
<label>What became of it <select id="status"><option value="">Anything</option>${options(rowStatuses.map((status) => [status, statusWords[status]]))}</select></label>
<label>Sheet <select id="sheet"><option value="">All</option>${options(sheets.map((sheet) => [sheet, sheet]))}</select></label>
<p id="code" hidden>Only <b id="code-name"></b> <button type="button" id="any-code">Show all</button></p>
<p id="found" role="status"></p>
</div>
<div class="table" role="region" aria-label="Rows of the menu" tabindex="0">
<table>
<thead><tr>${sortable('place', 'Row', 'ascending')}${sortable('status', 'Result')}${sortable('title', 'Title')}${sortable('klikitId', 'klikit ID')}${plain('What to do')}${plain('Request IDs')}</tr></thead>
<tbody id="rows"></tbody>
</table>
</div>
<button type="button" id="more" hidden>Show more</button>`;
}
