import type { Issue } from '../../issues/issue.ts';
import { fillTemplate } from '../../words/fill-template.ts';
import { changeInWords } from '../change-in-words.ts';
import { placeFragment, type SheetPlace } from '../place-fragment.ts';
import type { ReportRow } from '../report-schema.ts';
import { skippedInWords } from '../skipped-in-words.ts';
import type { PageData } from './page-data.ts';

type Spoken = Pick<PageData, 'words' | 'language'>;
type Child = Node | string;

/** Whatever a workbook says becomes the text of a node, never markup. */
function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly Child[] = []): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A row of the report as a row of the table, which can have the focus because links lead to it. */
export function rowView(row: ReportRow, spoken: Spoken): HTMLElement {
  return element('tr', { 'data-status': row.status, tabindex: '-1' }, [
    element('th', { scope: 'row' }, [linkTo({ sheet: row.sheet, row: row.row }, `${row.sheet} ${row.row}`)]),
    element('td', {}, [element('span', { class: 'status' }, [spoken.words.statuses[row.status]])]),
    element('td', { class: 'title', dir: 'auto' }, [row.title ?? '']),
    element('td', { class: 'number' }, [row.klikitId === undefined ? '' : String(row.klikitId)]),
    element('td', {}, whatToSay(row, spoken)),
    element(
      'td',
      {},
      requestIdsOf(row).map((id) => copyButton(id, spoken)),
    ),
  ]);
}

function linkTo(place: SheetPlace, text: string): HTMLElement {
  return element('a', { href: placeFragment(place) }, [text]);
}

function whatToSay({ issues, link, changes = [], skippedBecause }: ReportRow, { words, language }: Spoken): HTMLElement[] {
  return [
    ...issues.map(issueView),
    ...changes.map((change) =>
      element('p', { dir: 'auto' }, [fillTemplate(words.changed, changeInWords(change, words, language), language)]),
    ),
    ...(link === undefined
      ? []
      : [element('p', { class: 'quiet' }, [`${words.links[link.status]}: ${link.groupTitle ?? link.groupId ?? ''}`])]),
    ...(skippedBecause === undefined ? [] : [element('p', { class: 'quiet' }, [skippedInWords(skippedBecause, words)[0]])]),
  ];
}

function issueView({ severity, sheet, cell, value, message, fix }: Issue): HTMLElement {
  const place = cell === undefined ? [] : [element('b', {}, [linkTo({ sheet, cell }, cell), ': '])];
  const seen = value === undefined || message.includes(value) ? [] : [' ', element('q', { dir: 'auto' }, [value])];
  const attributes = { class: severity, dir: 'auto', ...(cell === undefined ? {} : { 'data-cell': cell }) };
  return element('p', attributes, [...place, message, ...seen, ' ', element('em', {}, [fix])]);
}

function requestIdsOf({ requestIds, link }: ReportRow): string[] {
  return [...new Set([...requestIds, ...(link?.requestIds ?? [])])];
}

function copyButton(id: string, { words, language }: Spoken): HTMLElement {
  const label = fillTemplate(words.copyRequestId, { id }, language);
  return element('button', { type: 'button', class: 'copy', 'data-copy': id, 'aria-label': label }, [id]);
}
