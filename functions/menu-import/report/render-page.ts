import { createHash } from 'node:crypto';
import { fillTemplate } from '../words/fill-template.ts';
import { enumerate, formatDateAndTime, formatNumber, formatTimeOfDay, joinWithAnd } from '../words/formats.ts';
import { type Language, languageOf } from '../words/language.ts';
import { escapeHtml, jsonInScript } from './escape-html.ts';
import { groupIssues, type IssueGroup, type NamedPlace } from './group-issues.ts';
import { outcomeInWords } from './outcome-in-words.ts';
import type { PageData } from './page/page-data.ts';
import { renderProgress } from './render-progress.ts';
import type { Report, ReportSummary } from './report-schema.ts';
import { rowStatuses } from './statuses.ts';
import { type ReportWords, reportWords } from './words/report-words.ts';

/** What makes the page alive, as text; bundled from `page/`. */
export interface PageAssets {
  script: string;
  style: string;
}

const placesToShow = 12;

/** The language of the page, and its words. */
interface Spoken {
  language: Language;
  words: ReportWords;
}

/**
 * `report.html`: one file that needs nothing else, on any device, without a network. The Content-Security-Policy in it lets only its
 * own style and script run; what the workbook says is escaped in the markup, and text everywhere else.
 */
export function renderPage(report: Report, { script, style }: PageAssets): string {
  const { import: about, rows, sheets } = report;
  const language = languageOf(report.language);
  const spoken = { language, words: reportWords(language) };
  const name = about.source.key.split('/').slice(2).join('/') || about.source.key;
  const title = escapeHtml(`${name}: ${about.merchant}`);
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'`;
  const names = [...new Set([...(sheets ?? []).map((sheet) => sheet.name), ...rows.map(({ sheet }) => sheet)])];
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${heading(report, name, spoken)}
<main>
${outcome(report, spoken)}
${picture(report.summary, spoken)}
${renderProgress(report)}
${whatToFix(groupIssues(report), spoken)}
${rows.length === 0 ? '' : rowsSection(names, spoken)}
</main>
<p id="said" role="status" class="quiet"></p>
<script type="application/json" id="report-data">${jsonInScript({ rows, ...spoken } satisfies PageData)}</script>
${rows.length === 0 ? '' : `<script>${script}</script>`}
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

function heading({ import: about }: Report, name: string, { language, words }: Spoken): string {
  const [started, finished] = [new Date(about.startedAt), new Date(about.finishedAt)];
  const isSameDay = about.startedAt.slice(0, 10) === about.finishedAt.slice(0, 10);
  const end = (isSameDay ? formatTimeOfDay : formatDateAndTime)(finished, language);
  const values = {
    merchant: `<b>${escapeHtml(about.merchant)}</b>`,
    started: `<time datetime="${about.startedAt}">${formatDateAndTime(started, language)}</time>`,
    finished: `<time datetime="${about.finishedAt}">${end}</time>`,
    id: escapeHtml(about.id),
  };
  return `<header>
<h1 dir="auto">${escapeHtml(name)}</h1>
<p class="quiet">${fillTemplate(escapeHtml(words.about), values, language)}</p>
</header>`;
}

function outcome(report: Report, { words }: Spoken): string {
  const { headline, whatNext } = outcomeInWords(report);
  return `<section class="outcome" data-outcome="${report.import.outcome}" aria-label="${escapeHtml(words.whatHappened)}">
<p><strong>${escapeHtml(headline)}</strong></p>
<p>${escapeHtml(whatNext)}</p>
</section>`;
}

/** A bar of all rows, by what became of them; the legend says the same in numbers. */
function picture(summary: ReportSummary, { language, words }: Spoken): string {
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
      `<li data-status="${status}"><span class="dot"></span><b>${formatNumber(count, language)}</b> ${escapeHtml(words.statuses[status])}</li>`,
  );
  return `<section aria-label="${escapeHtml(words.rowsByFate)}">
<svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<ul class="legend">${legend.join('')}</ul>
</section>`;
}

function whatToFix(groups: readonly IssueGroup[], spoken: Spoken): string {
  const section = (severity: IssueGroup['severity'], title: string) => {
    const some = groups.filter((group) => group.severity === severity);
    return some.length === 0
      ? ''
      : `<h2>${escapeHtml(title)}</h2>\n<ul class="fixes">${some.map((group) => fix(group, spoken)).join('')}</ul>`;
  };
  return `${section('error', spoken.words.pleaseFix)}\n${section('warning', spoken.words.pleaseCheck)}`;
}

function fix({ code, example, rows, places }: IssueGroup, spoken: Spoken): string {
  const { language, words } = spoken;
  const where = places.length === 0 ? '' : `<p class="quiet">${namePlaces(places, spoken)}</p>`;
  const show = escapeHtml(fillTemplate(words.showRows, { rows }, language));
  const button = rows === 0 ? '' : `<button type="button" data-code="${escapeHtml(code)}">${show}</button>`;
  const first = rows > 1 ? `<span class="quiet">${escapeHtml(words.forExample)}</span> ` : '';
  return `<li><p dir="auto">${first}${escapeHtml(example.message)} <em>${escapeHtml(example.fix)}</em></p>${where}${button}</li>`;
}

function namePlaces(places: readonly NamedPlace[], { language, words }: Spoken): string {
  const shown = places.slice(0, placesToShow).map(({ text, fragment }) => {
    const name = `<bdi>${escapeHtml(text)}</bdi>`;
    return fragment === undefined ? name : `<a href="${escapeHtml(fragment)}">${name}</a>`;
  });
  const more = places.length - shown.length;
  if (more <= 0) return enumerate(shown, language);
  return joinWithAnd([...shown, escapeHtml(fillTemplate(words.more, { more }, language))], language);
}

function rowsSection(sheets: readonly string[], { language, words }: Spoken): string {
  const options = (values: readonly (readonly [value: string, words: string])[]) =>
    values.map(([value, text]) => `<option value="${escapeHtml(value)}">${escapeHtml(text)}</option>`).join('');
  const sortable = (key: string, text: string, sort = 'none') =>
    `<th scope="col" aria-sort="${sort}"><button type="button" data-sort="${key}">${text}</button></th>`;
  const plain = (text: string) => `<th scope="col"><span>${text}</span></th>`;
  const noScripts = fillTemplate(escapeHtml(words.withoutScripts), { file: '<code>report.json</code>' }, language);
  return `<h2 id="table">${escapeHtml(words.rows)}</h2>
<noscript><p>${noScripts}</p></noscript>
<div class="controls" role="search" aria-label="${escapeHtml(words.rows)}">
<label>${escapeHtml(words.search)} <input id="search" type="search" placeholder="${escapeHtml(words.searchHint)}"></label>
<label>${escapeHtml(words.whatBecameOfIt)} <select id="status"><option value="">${escapeHtml(words.anything)}</option>${options(rowStatuses.map((status) => [status, words.statuses[status]]))}</select></label>
<label>${escapeHtml(words.sheet)} <select id="sheet"><option value="">${escapeHtml(words.all)}</option>${options(sheets.map((sheet) => [sheet, sheet]))}</select></label>
<p id="code" hidden>${escapeHtml(words.onlyLike)} <b id="code-example" dir="auto"></b> <button type="button" id="any-code">${escapeHtml(words.showAll)}</button></p>
<p id="found" role="status"></p>
</div>
<button type="button" id="earlier" hidden>${escapeHtml(words.showEarlier)}</button>
<div class="table" role="region" aria-label="${escapeHtml(words.rowsOfMenu)}" tabindex="0">
<table>
<thead><tr>${sortable('place', escapeHtml(words.place), 'ascending')}${sortable('status', escapeHtml(words.result))}${sortable('title', escapeHtml(words.title))}${sortable('klikitId', escapeHtml(words.klikitId))}${plain(escapeHtml(words.whatToDo))}${plain(escapeHtml(words.requestIds))}</tr></thead>
<tbody id="rows"></tbody>
</table>
</div>
<button type="button" id="more" hidden>${escapeHtml(words.showMore)}</button>`;
}
