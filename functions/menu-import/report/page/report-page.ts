import { fillTemplate } from '../../words/fill-template.ts';
import type { ReportRow } from '../report-schema.ts';
import { rowStatuses } from '../statuses.ts';
import type { PageData } from './page-data.ts';
import { rowAt } from './row-at.ts';
import { filterRows, makeSearchable, type RowFilter, type SortKey, sortKeys, sortRows } from './row-filter.ts';
import { rowView } from './row-view.ts';
import { RowWindow } from './row-window.ts';

const { rows, words, language } = JSON.parse(byId('report-data').textContent ?? '{}') as PageData;
const searchable = rows.map(makeSearchable);
let filter: RowFilter = {};
const sort: { by: SortKey; isDescending: boolean } = { by: 'place', isDescending: false };
let found: ReportRow[] = [];

const inputs = ['search', 'status', 'sheet'].map((id) => byId(id) as HTMLInputElement | HTMLSelectElement);
const table = new RowWindow({
  body: byId('rows'),
  earlier: byId('earlier'),
  later: byId('more'),
  view: (row) => rowView(row, { words, language }),
});

function byId(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

function show(around?: ReportRow): void {
  found = sortRows(filterRows(searchable, filter), sort.by, sort.isDescending, language);
  const counts = { found: found.length, all: rows.length };
  byId('found').textContent = fillTemplate(found.length === rows.length ? words.allRows : words.rowsFound, counts, language);
  byId('code').hidden = filter.code === undefined;
  byId('code-example').textContent = exampleOf(filter.code);
  table.show(found, around);
}

function exampleOf(code: string | undefined): string {
  for (const { issues } of code === undefined ? [] : rows) {
    const issue = issues.find((one) => one.code === code);
    if (issue !== undefined) return issue.message;
  }
  return '';
}

/** Looks for what the controls say. The cause is chosen elsewhere. */
function readControls(): void {
  const [words = '', status, sheet = ''] = inputs.map(({ value }) => value);
  const known = rowStatuses.find((each) => each === status);
  const { code } = filter;
  filter = { words, ...(known && { status: known }), ...(sheet === '' ? {} : { sheet }), ...(code === undefined ? {} : { code }) };
}

for (const input of inputs) {
  input.addEventListener('input', () => {
    readControls();
    show();
  });
}
byId('any-code').addEventListener('click', () => {
  delete filter.code;
  show();
});
byId('more').addEventListener('click', () => table.showLater());
byId('earlier').addEventListener('click', () => table.showEarlier());
// On paper there is nothing to click.
addEventListener('beforeprint', () => table.showAll());

for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-sort]')) {
  button.addEventListener('click', () => {
    const by = sortKeys.find((key) => key === button.dataset['sort']) ?? 'place';
    sort.isDescending = sort.by === by && !sort.isDescending;
    sort.by = by;
    for (const header of document.querySelectorAll('th[aria-sort]')) header.setAttribute('aria-sort', 'none');
    button.closest('th')?.setAttribute('aria-sort', sort.isDescending ? 'descending' : 'ascending');
    show();
  });
}

document.addEventListener('click', ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const { copy, code } = target.dataset;
  if (copy !== undefined) void copyText(copy);
  if (code !== undefined) {
    filter.code = code;
    show();
    byId('table').scrollIntoView();
    byId('search').focus({ preventScroll: true });
  }
  // A link to where one is already changes no address.
  if (target.closest('a')?.hash === location.hash) showPlace();
});
addEventListener('hashchange', showPlace);

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    byId('said').textContent = fillTemplate(words.copied, { text }, language);
  } catch {
    byId('said').textContent = fillTemplate(words.copyByHand, { text }, language);
  }
}

/** Shows the row that the address names, marked and with the focus, also where it was filtered away or not drawn yet. */
function showPlace(): void {
  const place = rowAt(location.hash, rows);
  if (place === undefined) return;
  const { row, cell } = place;
  if (!found.includes(row)) {
    filter = {};
    for (const input of inputs) input.value = '';
    show(row);
  } else if (table.elementOf(row) === undefined) show(row);
  for (const marked of document.querySelectorAll('[aria-current]')) marked.removeAttribute('aria-current');
  const line = table.elementOf(row);
  if (line === undefined) return;
  line.setAttribute('aria-current', 'location');
  for (const issue of line.querySelectorAll<HTMLElement>('[data-cell]')) issue.classList.toggle('here', issue.dataset['cell'] === cell);
  line.focus({ preventScroll: true });
  line.scrollIntoView({ block: 'center' });
}

// A page that is loaded again keeps what was typed.
readControls();
show();
showPlace();
