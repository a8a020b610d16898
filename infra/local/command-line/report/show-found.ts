import type { FoundRow } from './find-rows.ts';
import { plainText } from './plain-text.ts';
import { showFile } from './show-imports.ts';
import { showTime } from './show-time.ts';

/** A paragraph for each row: where it stands, what became of it, and what klikit knows it by. */
export function showFound(rows: readonly FoundRow[]): string {
  return rows.map(showRow).join('\n');
}

function showRow({ import: known, row, matchedBy }: FoundRow): string {
  const { sheet, row: number, status, kind, key, title, klikitId, requestIds, link, issues } = row;
  const facts: [string, string][] = [
    ['Row', `${sheet}, row ${number}: ${status}${title === undefined ? '' : `, "${title}"`}`],
    ['Known as', [key, kind?.replace('_', ' ')].filter((part) => part !== undefined).join(', ')],
    ['klikit id', klikitId === undefined ? '' : String(klikitId)],
    ['Requests', requestIds.join(' ')],
    ['Link', link === undefined ? '' : `${link.status}, ${showGroup(link)}`],
    ['Link requests', link?.requestIds.join(' ') ?? ''],
    ...issues.map(({ code, message }): [string, string] => ['Issue', `${message} (${code})`]),
    ['Matched by', matchedBy.join(', ')],
  ];
  const lines = facts.filter(([, text]) => text !== '').map(([name, text]) => `  ${name.padEnd(13)}  ${plainText(text)}\n`);
  return `${showTime(known.startedAt)} UTC  ${known.merchant}  ${showFile(known)}  import ${known.id}\n${lines.join('')}`;
}

/** `group 2101 "Spice level"`, as far as it is known. */
function showGroup({ groupId, groupTitle }: { groupId?: number | undefined; groupTitle?: string | undefined }): string {
  return ['group', groupId, groupTitle === undefined ? undefined : `"${groupTitle}"`].filter((part) => part !== undefined).join(' ');
}
