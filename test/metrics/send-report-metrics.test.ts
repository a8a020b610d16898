import { describe, expect, test } from 'vitest';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import type { SendMetrics } from '../../functions/menu-import/metrics/send-metrics.ts';
import { sendReportMetrics } from '../../functions/menu-import/metrics/send-report-metrics.ts';
import { buildRefusedReport } from '../../functions/menu-import/report/build-report.ts';
import type { Report, ReportLink, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { madeReport } from '../support/made-report.ts';

const startedAt = '2026-11-24T01:00:00.000Z';

/** What is sent of a report, in order. */
function sentOf(report: Report): Parameters<SendMetrics>[] {
  const sent: Parameters<SendMetrics>[] = [];
  sendReportMetrics(report, (...values) => sent.push(values));
  return sent;
}

const withRows = (...rows: Partial<ReportRow>[]): Report => madeReport({ id: 'a', startedAt, rows });
const link = (status: ReportLink['status']) => ({ status, requestIds: [] });
const ofMerchant = [{ ImportsInTrouble: 1 }, 'demo'];

const refused = buildRefusedReport(withRows().import, makeIssue({ code: 'empty_file' }));
const stopped = madeReport({ id: 'a', startedAt, rows: [{}, { status: 'not_attempted' }], stoppedBecause: 'klikit_access_forbidden' });

describe('a report', () => {
  test('of a menu that is in klikit sends every value, zeros included, and names no merchant', () => {
    const report = withRows({}, { status: 'unchanged' });
    const values = {
      ImportsCompleted: 1,
      ImportsWithIssues: 0,
      ImportsRefused: 0,
      ImportsStopped: 0,
      RowsCreated: 1,
      RowsUnchanged: 1,
      RowsFailed: 0,
      RowsNotAttempted: 0,
      RowsOrLinksUnknown: 0,
      ImportSeconds: 90.5,
    };
    expect(sentOf({ ...report, import: { ...report.import, finishedAt: '2026-11-24T01:01:30.500Z' } })).toEqual([[values]]);
  });

  test('of a menu with mistakes counts them, and is no trouble: the merchant puts them right', () => {
    const [[values] = [{}], ...more] = sentOf(withRows({}, { status: 'failed' }, { status: 'not_attempted' }));
    expect(values).toMatchObject({ ImportsWithIssues: 1, ImportsCompleted: 0, RowsCreated: 1, RowsFailed: 1, RowsNotAttempted: 1 });
    expect(more).toEqual([]);
  });

  test.each([
    ['was refused', refused, { ImportsRefused: 1, ImportsCompleted: 0, RowsCreated: 0 }],
    ['was stopped', stopped, { ImportsStopped: 1, ImportsWithIssues: 0, RowsCreated: 1, RowsNotAttempted: 1 }],
    ['left a row unknown', withRows({ status: 'unknown' }), { ImportsWithIssues: 1, RowsOrLinksUnknown: 1 }],
    ['left a link unknown', withRows({ kind: 'modifier_option', link: link('unknown') }), { RowsCreated: 1, RowsOrLinksUnknown: 1 }],
  ])('of an import that %s says whose it was, too', (_, report, values) => {
    expect(sentOf(report)).toEqual([[expect.objectContaining(values)], ofMerchant]);
  });

  test('of a row whose link is unknown, too, counts both', () => {
    expect(sentOf(withRows({ status: 'unknown', link: link('unknown') }))[0]?.[0]).toMatchObject({ RowsOrLinksUnknown: 2 });
  });
});
