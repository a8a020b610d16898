import type { Done, ReportFile } from '../listed-import.ts';
import { element } from './elements.ts';

const numbers = new Intl.NumberFormat('en');
const svgNamespace = 'http://www.w3.org/2000/svg';

const linkWords: Readonly<Record<ReportFile, string>> = {
  'report.html': 'Open the report',
  'report.xlsx': 'Get it as a workbook',
  'report.json': 'JSON for programs',
};

/** What came of an import: in words, as a picture, and where its report is. */
export function doneParts(done: Done): Node[] {
  const said = element('div', { class: 'outcome', 'data-outcome': done.outcome }, element('p', {}, element('strong', {}, done.headline)));
  if (done.whatNext !== '') said.append(element('p', { dir: 'auto' }, done.whatNext));
  return [said, ...picture(done), links(done)];
}

/** A bar of all rows, by what became of them; the legend says the same in numbers. */
function picture({ counts, rows }: Done): Node[] {
  if (rows === 0) return [];
  const bar = document.createElementNS(svgNamespace, 'svg');
  const legend = element('ul', { class: 'legend' });
  for (const [name, value] of Object.entries({ viewBox: '0 0 100 10', preserveAspectRatio: 'none', 'aria-hidden': 'true' }))
    bar.setAttribute(name, value);
  let from = 0;
  for (const { status, words, count } of counts) {
    const part = document.createElementNS(svgNamespace, 'rect');
    const width = (100 * count) / rows;
    part.dataset['status'] = status;
    for (const [name, value] of Object.entries({ x: from, width, height: 10 })) part.setAttribute(name, value.toFixed(3));
    from += width;
    bar.append(part);
    const dot = element('span', { class: 'dot' });
    legend.append(element('li', { 'data-status': status }, dot, element('b', {}, numbers.format(count)), ` ${words}`));
  }
  return [bar, legend];
}

function links(done: Done): Node {
  const { merchant, id, file, files } = done;
  const links = files.map((name) => {
    const opens = name === 'report.html' ? { target: '_blank', class: 'button' } : {};
    const link = element('a', { href: `/reports/${merchant}/${id}/${name}`, ...opens }, linkWords[name]);
    link.append(element('span', { class: 'unseen' }, ` of ${file}`));
    return link;
  });
  return element('p', { class: 'links' }, ...links, element('span', { class: 'quiet effort' }, effort(done)));
}

function effort({ rows, calls, tookMs }: Done): string {
  if (rows === 0) return '';
  const seconds = new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'long', maximumFractionDigits: 1 });
  return `${numbers.format(calls)} ${calls === 1 ? 'call' : 'calls'} in ${seconds.format(tookMs / 1_000)}`;
}
