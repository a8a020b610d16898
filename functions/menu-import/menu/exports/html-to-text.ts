/** Elements that begin and end a line. */
const blocks = new Set(
  'address article blockquote br dd div dl dt figure footer h1 h2 h3 h4 h5 h6 header hr li ol p pre section table tr ul'.split(' '),
);
/** Elements whose content is no text. */
const unseen = /^<(script|style|template|noscript)\b/i;
const tag = /<\/?([a-z][a-z0-9]*)\b/iy;
const markup = /<(?:\/?[a-z]|!)|&(?:#\w{1,8}|[a-z]{2,8});/i;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
};

/**
 * What a browser shows of a piece of HTML: text and lines, without tags, scripts and styles. Text without markup stays as it is. What comes
 * out is text, whatever it looks like: `&lt;b&gt;` becomes `<b>`, and nobody reads it as HTML again. Looks at each character a few times only.
 */
export function htmlToText(html: string): string {
  if (!markup.test(html)) return html;
  return decodeEntities(withoutTags(html).replaceAll(/[^\S\n]+/g, ' '))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function withoutTags(html: string): string {
  const lastClose = html.lastIndexOf('>');
  let text = '';
  let position = 0;
  while (position < html.length) {
    const open = html.indexOf('<', position);
    // Where no tag can end any more, none begins.
    if (open === -1 || open > lastClose) return text + asSpaces(html.slice(position));
    text += asSpaces(html.slice(position, open));
    const found = readTag(html, open);
    text += found.text;
    position = found.end;
  }
  return text;
}

/** Line breaks of the source are spaces; those that are seen come from tags. */
function asSpaces(source: string): string {
  return source.replaceAll(/\s+/g, ' ');
}

function readTag(html: string, open: number): { text: string; end: number } {
  if (html.startsWith('<!', open)) {
    const close = html.startsWith('<!--', open) ? html.indexOf('-->', open + 4) : html.indexOf('>', open) - 2;
    return { text: '', end: close < open ? html.length : close + 3 };
  }
  tag.lastIndex = open;
  const name = tag.exec(html)?.[1]?.toLowerCase();
  if (name === undefined) return { text: '<', end: open + 1 };
  const end = html.indexOf('>', open) + 1;
  const hidden = unseen.exec(html.slice(open, open + 12))?.[1];
  return { text: blocks.has(name) ? '\n' : '', end: hidden === undefined ? end : afterElement(html, hidden, end) };
}

function afterElement(html: string, name: string, from: number): number {
  const start = new RegExp(`</${name}\\b`, 'gi');
  start.lastIndex = from;
  const close = start.exec(html) === null ? -1 : html.indexOf('>', start.lastIndex);
  return close === -1 ? html.length : close + 1;
}

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return Object.hasOwn(entities, name.toLowerCase()) ? (entities[name.toLowerCase()] ?? whole) : whole;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
  });
}
