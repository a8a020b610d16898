import { plainText } from './plain-text.ts';
import type { KnownImport } from './read-reports.ts';
import { showTime } from './show-time.ts';
import { linksNotMade } from './summarize-merchants.ts';
import { type Column, textTable } from './text-table.ts';

const outcomeWords: Readonly<Record<KnownImport['outcome'], string>> = {
  completed: 'completed',
  completed_with_issues: 'with issues',
  refused: 'refused',
  stopped: 'stopped',
};

/** One line an import. Merchants are told apart where there may be several. */
export function showImports(imports: readonly KnownImport[], merchant?: string): string {
  const length = shortestTellingLength(imports.map(({ id }) => id));
  const columns: Column<KnownImport>[] = [
    { header: 'Began (UTC)', value: ({ startedAt }) => showTime(startedAt) },
    ...(merchant === undefined ? [{ header: 'Merchant', value: (known: KnownImport) => known.merchant }] : []),
    { header: 'Outcome', value: ({ outcome }) => outcomeWords[outcome] },
    { header: 'Created', value: ({ summary }) => summary.created },
    { header: 'Unchanged', value: ({ summary }) => summary.unchanged },
    { header: 'Changed', value: ({ summary }) => summary.changed, optional: true },
    { header: 'Failed', value: ({ summary }) => summary.failed },
    { header: 'Unknown', value: ({ summary }) => summary.unknown, optional: true },
    { header: 'Not\nsent', value: ({ summary }) => summary.not_attempted, optional: true },
    { header: 'Links\nnot made', value: ({ summary }) => linksNotMade(summary), optional: true },
    { header: 'Import', value: ({ id }) => id.slice(0, length) },
    { header: 'File', value: showFile },
    { header: 'Reason', value: ({ reason = '' }) => reason, optional: true },
    { header: 'Trigger', value: ({ trigger }) => (trigger === 'upload' ? '' : trigger), optional: true },
  ];
  return textTable(columns, imports);
}

/** The name of the workbook, as the merchant knows it. */
export function showFile({ file, merchant }: Pick<KnownImport, 'file' | 'merchant'>): string {
  const above = `uploads/${merchant}/`;
  return plainText(file.startsWith(above) ? file.slice(above.length) : file);
}

/** Of ids, at least eight characters. */
function shortestTellingLength(ids: readonly string[]): number {
  const longest = ids.reduce((most, { length }) => Math.max(most, length), 0);
  let length = 8;
  while (length < longest && new Set(ids.map((id) => id.slice(0, length))).size < ids.length) length += 1;
  return length;
}
