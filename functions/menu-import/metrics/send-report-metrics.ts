import type { Report, ReportSummary } from '../report/report-schema.ts';
import { importMetrics } from './metric-names.ts';
import type { MetricValues, SendMetrics } from './send-metrics.ts';

/** Sends what a report says of its import. Counts and times only: nothing that stands in the workbook. */
export function sendReportMetrics(report: Report, send: SendMetrics): void {
  send(valuesOf(report));
  // By themselves: each of the others would cost as much for every merchant.
  if (isInTrouble(report)) send({ [importMetrics.inTrouble]: 1 }, report.import.merchant);
}

function valuesOf({ import: { outcome, startedAt, finishedAt }, summary }: Report): MetricValues {
  return {
    [importMetrics.completed]: Number(outcome === 'completed'),
    [importMetrics.withIssues]: Number(outcome === 'completed_with_issues'),
    [importMetrics.refused]: Number(outcome === 'refused'),
    [importMetrics.stopped]: Number(outcome === 'stopped'),
    [importMetrics.rowsCreated]: summary.created,
    [importMetrics.rowsUnchanged]: summary.unchanged,
    [importMetrics.rowsFailed]: summary.failed,
    [importMetrics.rowsNotAttempted]: summary.not_attempted,
    [importMetrics.unknown]: unknownIn(summary),
    [importMetrics.seconds]: (Date.parse(finishedAt) - Date.parse(startedAt)) / 1_000,
  };
}

function isInTrouble({ import: { outcome }, summary }: Report): boolean {
  return outcome === 'refused' || outcome === 'stopped' || unknownIn(summary) > 0;
}

function unknownIn({ unknown, links }: ReportSummary): number {
  return unknown + links.unknown;
}
