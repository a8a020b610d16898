import type { ParsedRow } from '../menu/menu.ts';
import { reportRow } from './report-row.ts';
import type { ReportRow } from './report-schema.ts';

/** The row of a report about a workbook that was only checked: what could be imported is `not_attempted`, because of `check`. */
export function checkedRow(parsed: ParsedRow): ReportRow {
  if (parsed.outcome !== 'entry') {
    return reportRow(parsed, () => ({ recognition: { state: 'new' } }));
  }
  const { sheet, row, kind, key, title, link } = parsed.entry;
  const group = link && ('id' in link.group ? { groupId: link.group.id } : { groupTitle: link.group.title });
  return {
    sheet,
    row,
    status: 'not_attempted',
    kind,
    key,
    title,
    requestIds: [],
    ...(group && { link: { ...group, status: 'not_attempted', requestIds: [] } }),
    notAttemptedBecause: 'check',
    issues: parsed.issues,
  };
}
