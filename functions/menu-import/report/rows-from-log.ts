import type { CreateIntent } from '../ledger/fact.ts';
import type { ImportState, Write } from '../ledger/ledger-state.ts';
import { entryKey } from '../menu/entry-key.ts';
import type { ReportRow } from './report-schema.ts';

/** The rows that were sent, where the workbook is gone and there are no others to report. */
export function rowsFromLog({ writes, suspended }: ImportState): ReportRow[] {
  return [...writes.values()].flatMap(({ intent, answer }) => {
    if (intent.fact !== 'create_intended') return [];
    const requestIds = [...(suspended.get(intent.write) ?? []), ...(answer?.requestIds ?? [])];
    const { title, content, kind, group } = intent;
    const reference = group?.id === undefined ? undefined : { id: group.id };
    return [
      {
        ...placeOf(intent),
        status: statusOf(answer),
        kind,
        key: entryKey({ sku: content.sku, title, group: reference }),
        title: Object.values(content.title)[0] ?? title,
        ...(answer?.klikitId === undefined ? {} : { klikitId: answer.klikitId }),
        requestIds,
        issues: [],
      },
    ];
  });
}

function statusOf(answer: Write['answer']): ReportRow['status'] {
  if (answer?.outcome === 'done') return 'created';
  return answer?.outcome === 'refused' ? 'failed' : 'unknown';
}

function placeOf({ row }: CreateIntent): { sheet: string; row: number } {
  const mark = row.lastIndexOf('!');
  return { sheet: row.slice(0, mark), row: Number(row.slice(mark + 1)) };
}
