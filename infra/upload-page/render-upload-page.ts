import { createHash } from 'node:crypto';
import { jsonInScript } from '../../functions/menu-import/report/escape-html.ts';
import { fillTemplate } from '../../functions/menu-import/words/fill-template.ts';
import type { Language } from '../../functions/menu-import/words/language.ts';
import { bundleAssets } from '../bundle-page.ts';
import { largestUploadBytes } from '../local/live-page/largest-upload.ts';
import { Html, html } from '../local/sandbox/page/html.ts';
import type { PageSettings } from './page-settings.ts';
import { uploadWords } from './words/upload-words.ts';

export interface UploadPage {
  merchant: string;
  /** Where the form goes, and with what besides the file. */
  url: string;
  fields: Readonly<Record<string, string>>;
  /** ISO 8601, UTC. */
  expiresAt: string;
  language: Language;
  /** Any text. */
  contact?: string | undefined;
}

const source = new URL('page/', import.meta.url);

/** One file that speaks to S3 and to nobody else. Its form works without the script, too, only that it says less. */
export async function renderUploadPage({ merchant, url, fields, expiresAt, language, contact: named }: UploadPage): Promise<string> {
  const { script, style } = await bundleAssets(new URL('upload-page.ts', source), new URL('upload-page.css', source));
  const words = uploadWords(language);
  const contact = named ?? words.sender;
  const settings: PageSettings = { merchant, language, expiresAt, contact, largestBytes: largestUploadBytes, words };
  const { origin } = new URL(url);
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; connect-src ${origin}; form-action ${origin}; img-src data:; base-uri 'none'`;

  const values = { merchant, contact, size: largestUploadBytes / 1_000_000 };
  const say = (template: string) => untilInMarkup(fillTemplate(template, values, language), settings);
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${words.title} · ${merchant}</title>
<style>${new Html(style)}</style>
</head>
<body>
<header><h1>${words.title}</h1><p class="quiet">${fillTemplate(words.forMerchant, { merchant: '' }, language)}<b>${merchant}</b></p></header>
<main>
<p id="expired" class="outcome" data-outcome="stopped" hidden>${say(words.expired)}</p>
<div role="alert"><div id="failed" class="outcome" data-outcome="refused" hidden></div></div>
<form id="form" method="post" enctype="multipart/form-data" action="${url}">
${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">\n`)}<section id="drop" aria-label="${words.title}">
<svg class="sheet" viewBox="0 0 48 48" aria-hidden="true"><path d="M12 4h17l9 9v31H12zM29 4v9h9M24 38V22m-6 6 6-6 6 6"/></svg>
<p class="ask">${words.drop}</p>
<p class="choose"><input type="file" id="file" name="file" required><label for="file" class="button">${words.choose}</label></p>
<p class="quiet">${say(words.kinds)}</p>
<noscript><p>${words.withoutScripts}</p><button>${words.send}</button></noscript>
</section>
</form>
<section id="sending" hidden>
<h2 tabindex="-1" dir="auto"></h2>
<progress max="1"></progress>
<p class="quiet number" id="progress"></p>
<p class="quiet">${words.keepOpen}</p>
</section>
<section id="done" class="outcome" data-outcome="completed" hidden>
<h2 tabindex="-1" dir="auto"></h2>
</section>
<section id="next">
<h2>${words.next}</h2>
<ol>${words.steps.map((step) => html`<li>${say(step)}</li>`)}</ol>
</section>
<p id="another" hidden><button type="button">${words.another}</button></p>
<p id="works" class="quiet">${say(words.until)}</p>
</main>
<script type="application/json" id="settings">${new Html(jsonInScript(settings))}</script>
<script>${new Html(script)}</script>
</body>
</html>
`.markup;
}

/** The time until which the page works, as far as it can be said here: the script says it in the reader's own time. */
function untilInMarkup(sentence: string, { expiresAt, language }: PageSettings): Html {
  const [before = '', ...rest] = sentence.split('{until}');
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  const until = html`<time class="until" datetime="${expiresAt}">${format.format(new Date(expiresAt))} UTC</time>`;
  return html`${before}${rest.map((after) => html`${until}${after}`)}`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
