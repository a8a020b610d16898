import { fillTemplate } from '../../words/fill-template.ts';
import { changeInWords } from '../change-in-words.ts';
import type { ReportRow } from '../report-schema.ts';
import { skippedInWords } from '../skipped-in-words.ts';
import type { ResultColumn, WorkbookSpeech } from '../words/workbook-words.ts';

/** What the result columns say of a row. What is not there is not in it. */
export function resultTexts(row: ReportRow, speech: WorkbookSpeech): ReadonlyMap<ResultColumn, string | number> {
  const { klikitId, link } = row;
  const texts: [ResultColumn, string | number][] = [
    ['result', result(row, speech)],
    ...(klikitId === undefined ? [] : [['klikitId', klikitId] satisfies [ResultColumn, number]]),
    ['link', link === undefined ? '' : `${speech.common.links[link.status]}: ${groupOf(link)}`],
    ['whatToDo', whatToDo(row, speech)],
    ['requestIds', [...new Set([...row.requestIds, ...(link?.requestIds ?? [])])].join('\n')],
  ];
  return new Map(texts.filter(([, text]) => text !== ''));
}

function result({ status, skippedBecause }: ReportRow, { common }: WorkbookSpeech): string {
  const became = common.statuses[status];
  return skippedBecause === undefined ? became : `${became}: ${skippedInWords(skippedBecause, common)[0]}`;
}

function groupOf({ groupId, groupTitle }: NonNullable<ReportRow['link']>): string {
  if (groupTitle === undefined) return String(groupId ?? '');
  return groupId === undefined ? groupTitle : `${groupTitle} (${groupId})`;
}

/** What must be corrected first; then what should be looked at; then what differs from klikit. */
function whatToDo({ issues, changes = [] }: ReportRow, { common, language }: WorkbookSpeech): string {
  const ordered = [...issues.filter(({ severity }) => severity === 'error'), ...issues.filter(({ severity }) => severity === 'warning')];
  const lines = [
    ...ordered.map(({ cell, message, fix }) => placed(cell, `${message} ${fix}`)),
    ...changes.map((change) => fillTemplate(common.changed, changeInWords(change, common, language), language)),
  ];
  return [...new Set(lines)].join('\n');
}

/** Nearly every sentence names its cell. */
function placed(cell: string | undefined, sentence: string): string {
  return cell === undefined || sentence.includes(cell) ? sentence : `${cell}: ${sentence}`;
}
