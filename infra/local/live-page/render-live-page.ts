import { createHash } from 'node:crypto';
import type { PageAssets } from '../../../functions/menu-import/report/render-page.ts';
import { localBuckets, localIdentities } from '../deployed-role.ts';
import { Html, html } from '../sandbox/page/html.ts';
import type { LocalStack } from '../start-local-stack.ts';

export interface LivePage {
  markup: string;
  /** The Content-Security-Policy that it is sent with. */
  policy: string;
}

type Places = Pick<LocalStack, 'merchants' | 's3Url' | 'sandboxUrl'>;

/** The page without its imports, which come as events. It needs nothing but the server that it comes from. */
export function renderLivePage({ script, style }: PageAssets, places: Places): LivePage {
  const policy = `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Menu import</title>
<style>${new Html(style)}</style>
</head>
<body>
<header class="top">
<div><h1>Menu import</h1><p class="quiet">Everything here happens on this machine.</p></div>
${sandboxLink(places)}
</header>
<main>
${dropArea(places.merchants)}
<div role="alert"><ul id="refused"></ul></div>
<p id="offline" role="alert" hidden>The import has stopped running. Start it again with <code>npm run serve</code>; this page comes back by itself.</p>
<h2>Imports</h2>
<p id="none" class="quiet">None yet. Drop a menu above, or <button type="button" id="example">Import the example menu</button></p>
<ol id="imports"></ol>
${forPrograms(places)}
</main>
<p id="said" role="status" class="unseen"></p>
<noscript><p>This page needs its script to show imports.</p></noscript>
<script>${new Html(script)}</script>
</body>
</html>
`;
  return { markup: page.markup, policy };
}

function sandboxLink({ sandboxUrl }: Places): Html | undefined {
  return sandboxUrl === undefined ? undefined : html`<p><a href="${sandboxUrl}">See the menu in klikit</a></p>`;
}

function dropArea(merchants: readonly string[]): Html {
  const only = merchants.length === 1 ? merchants[0] : undefined;
  const options = merchants.map((merchant) => html`<option>${merchant}</option>`);
  const merchant =
    only === undefined
      ? html`<label>for the merchant <select id="merchant">${options}</select></label>`
      : html`<input type="hidden" id="merchant" value="${only}">for the merchant <b>${only}</b>`;
  return html`<section id="drop" aria-label="Import a menu">
<svg class="sheet" viewBox="0 0 48 48" aria-hidden="true"><path d="M12 4h17l9 9v31H12zM29 4v9h9M24 38V22m-6 6 6-6 6 6"/></svg>
<p class="ask">Drop a menu here</p>
<p class="choose"><input type="file" id="file" multiple class="unseen"><label for="file" class="button">Choose a file</label> <span>${merchant}</span></p>
<p class="quiet">An Excel workbook or a CSV; several at once come one after the other.</p>
</section>`;
}

function forPrograms({ merchants, s3Url }: Places): Html {
  const command = `AWS_ACCESS_KEY_ID=${localIdentities.owner} AWS_SECRET_ACCESS_KEY=local AWS_REGION=us-east-1 \\
aws s3 cp menu.xlsx s3://${localBuckets.uploads}/uploads/${merchants[0] ?? 'demo'}/menu.xlsx --endpoint-url ${s3Url}`;
  return html`<details>
<summary>Upload by a program</summary>
<p>S3 is at <code>${s3Url}</code>, and knows every SDK. What is uploaded there is imported, and shown here, too.</p>
<pre tabindex="0" role="region" aria-label="Command to upload a menu"><code>${command}</code></pre>
</details>`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
