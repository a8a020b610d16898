import { showTime } from './show-time.ts';
import type { ImportsSummary, MerchantSummary } from './summarize-merchants.ts';
import { type Column, textTable } from './text-table.ts';

/** One line a merchant, and one of all. */
export function showSummaries(summaries: readonly MerchantSummary[], total: ImportsSummary): string {
  const columns: Column<MerchantSummary>[] = [
    { header: 'Merchant', value: ({ merchant }) => merchant },
    { header: 'Imports', value: ({ imports }) => imports },
    { header: 'Completed', value: ({ completed }) => completed },
    { header: 'With\nissues', value: ({ withIssues }) => withIssues },
    { header: 'Refused', value: ({ refused }) => refused, optional: true },
    { header: 'Stopped', value: ({ stopped }) => stopped, optional: true },
    { header: 'Rows\nfailed', value: ({ failureRate }) => showRate(failureRate), toTheRight: true },
    { header: 'Unknown', value: ({ rowsUnknown }) => rowsUnknown, optional: true },
    { header: 'Not\nsent', value: ({ rowsNotSent }) => rowsNotSent, optional: true },
    { header: 'Links\nnot made', value: ({ linksNotMade }) => linksNotMade, optional: true },
    { header: 'Last success\n(UTC)', value: ({ lastSuccess }) => showLast(lastSuccess) },
    { header: 'Last import\n(UTC)', value: ({ lastImport }) => showLast(lastImport) },
  ];
  return textTable(columns, [...summaries, { merchant: 'All', ...total }]);
}

function showLast(iso: string | undefined): string {
  return iso === undefined ? 'none' : showTime(iso);
}

function showRate(rate: number | undefined): string {
  return rate === undefined ? '-' : new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 1 }).format(rate);
}
