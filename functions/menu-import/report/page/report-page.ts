import type { Report, ReportRow } from '../report-schema.ts';
import { rowStatuses } from '../statuses.ts';
import { filterRows, makeSearchable, type RowFilter, type SortKey, sortKeys, sortRows } from './row-filter.ts';
import { rowView } from './row-view.ts';

/** So many rows are in the page at a time: more are slow to draw, and nobody reads them. */
const rowsAtOnce = 100;

const { rows } = JSON.parse(byId('report-data').textContent ?? '{}') as Pick<Report, 'rows'>;
const searchable = rows.map(makeSearchable);
const filter: RowFilter = {};
const sort: { by: SortKey; isDescending: boolean } = { by: 'place', isDescending: false };
let found: ReportRow[] = [];

function byId(id: string): HTMLElement {
  const found = document.querySelector<HTMLElement>(`#${id}`);
  if (found === null) throw new Error(`the page has no ${id}`);
  return found;
}

const body = byId('rows');
const more = byId('more');

function show(): void {
  found = sortRows(filterRows(searchable, filter), sort.by, sort.isDescending);
  body.replaceChildren();
  byId('found').textContent = found.length === rows.length ? `${rows.length} rows` : `${found.length} of ${rows.length} rows`;
  showMore(rowsAtOnce);
}

function showMore(count: number): void {
  const from = body.childElementCount;
  body.append(...found.slice(from, from + count).map(rowView));
  more.hidden = body.childElementCount >= found.length;
}

function setFilter(change: RowFilter): void {
  Object.assign(filter, change);
  byId('code').hidden = filter.code === undefined;
  byId('code-name').textContent = filter.code ?? '';
  show();
}

function control(id: string, set: (value: string) => void): void {
  const input = byId(id) as HTMLInputElement | HTMLSelectElement;
  input.addEventListener('input', () => set(input.value));
  // A page that is loaded again keeps what was typed.
  if (input.value !== '') set(input.value);
}

control('search', (words) => setFilter({ words }));
control('status', (value) => {
  const status = rowStatuses.find((each) => each === value);
  delete filter.status;
  setFilter(status === undefined ? {} : { status });
});
control('sheet', (sheet) => {
  delete filter.sheet;
  setFilter(sheet === '' ? {} : { sheet });
});
byId('any-code').addEventListener('click', () => {
  delete filter.code;
  setFilter({});
});
more.addEventListener('click', () => showMore(rowsAtOnce));
// On paper there is nothing to click.
addEventListener('beforeprint', () => showMore(found.length));

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
    setFilter({ code });
    byId('table').scrollIntoView();
    byId('search').focus({ preventScroll: true });
  }
});

async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    byId('said').textContent = `Copied ${text}`;
  } catch {
    byId('said').textContent = `Please copy it by hand: ${text}`;
  }
}

show();
