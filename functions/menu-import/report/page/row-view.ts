import type { Issue } from '../../issues/issue.ts';
import type { ReportRow } from '../report-schema.ts';
import { skippedInWords } from '../skipped-in-words.ts';
import { linkWords, statusWords } from '../statuses.ts';

type Child = Node | string;

/** Whatever a workbook says becomes the text of a node, never markup. */
function element(name: string, attributes: Readonly<Record<string, string>> = {}, children: readonly Child[] = []): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** A row of the report as a row of the table. */
export function rowView(row: ReportRow): HTMLElement {
  return element('tr', { 'data-status': row.status }, [
    element('th', { scope: 'row' }, [`${row.sheet} ${row.row}`]),
    element('td', {}, [element('span', { class: 'status' }, [statusWords[row.status]])]),
    element('td', { class: 'title', dir: 'auto' }, [row.title ?? '']),
    element('td', { class: 'number' }, [row.klikitId === undefined ? '' : String(row.klikitId)]),
    element('td', {}, whatToSay(row)),
    element('td', {}, requestIdsOf(row).map(copyButton)),
  ]);
}

function whatToSay({ issues, link, changes, skippedBecause }: ReportRow): HTMLElement[] {
  return [
    ...issues.map(issueView),
    ...(changes ?? []).map(({ field, before, after }) =>
      element('p', { dir: 'auto' }, [`${field}: in klikit ${shown(before)}, here ${shown(after)}`]),
    ),
    ...(link === undefined
      ? []
      : [element('p', { class: 'quiet' }, [`${linkWords[link.status]}: ${link.groupTitle ?? link.groupId ?? ''}`])]),
    ...(skippedBecause === undefined ? [] : [element('p', { class: 'quiet' }, [skippedInWords(skippedBecause)[0]])]),
  ];
}

function shown(value: string | number | boolean | null): string {
  return value === null ? 'nothing' : String(value);
}

function issueView({ severity, cell, value, message, fix }: Issue): HTMLElement {
  const place = cell === undefined ? [] : [element('b', {}, [`${cell}: `])];
  const seen = value === undefined || message.includes(value) ? [] : [' ', element('q', { dir: 'auto' }, [value])];
  return element('p', { class: severity, dir: 'auto' }, [...place, message, ...seen, ' ', element('em', {}, [fix])]);
}

function requestIdsOf({ requestIds, link }: ReportRow): string[] {
  return [...new Set([...requestIds, ...(link?.requestIds ?? [])])];
}

function copyButton(requestId: string): HTMLElement {
  return element('button', { type: 'button', class: 'copy', 'data-copy': requestId, 'aria-label': `Copy request id ${requestId}` }, [
    requestId,
  ]);
}
