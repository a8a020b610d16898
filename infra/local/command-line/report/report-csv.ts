import { stringify } from 'csv-stringify/sync';
import type { Issue } from '../../../../functions/menu-import/issues/issue.ts';
import type { Report, ReportRow } from '../../../../functions/menu-import/report/report-schema.ts';
import { plainText } from './plain-text.ts';

const columns = ['sheet', 'row', 'status', 'kind', 'title', 'sku', 'key', 'klikit_id', 'link_status', 'group', 'request_ids', 'issues'];

/** A report as a table of its rows: one line each below the header, and no cell that a spreadsheet takes for a formula. */
export function reportCsv({ rows }: Report): string {
  return stringify(rows.map(cellsOf), { header: true, columns, escape_formulas: true, record_delimiter: 'windows' });
}

function cellsOf({ sheet, row, status, kind, title, sku, key, klikitId, link, requestIds, issues }: ReportRow): (string | number)[] {
  return [
    csvText(sheet),
    row,
    status,
    kind ?? '',
    csvText(title),
    csvText(sku),
    csvText(key),
    klikitId ?? '',
    link?.status ?? '',
    csvText(link?.groupTitle ?? link?.groupId?.toString()),
    csvText([...requestIds, ...(link?.requestIds ?? [])].join(' ')),
    csvText(issues.map(showIssue).join(' | ')),
  ];
}

function showIssue({ cell, code, message, fix }: Issue): string {
  return `${cell === undefined ? '' : `${cell} `}${code}: ${message} ${fix}`;
}

/** Where the semicolon parts cells, as it does in Excel in most of the world, a formula may begin behind one. */
function csvText(text = ''): string {
  return plainText(text).replaceAll(/;(\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g, ";$1'");
}
