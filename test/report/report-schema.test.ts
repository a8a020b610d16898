import { describe, expect, test } from 'vitest';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import { buildRefusedReport, buildReport } from '../../functions/menu-import/report/build-report.ts';
import { type ReportRow, reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { sheetReading } from '../support/sheet-reading.ts';

const header = {
  id: 'a1',
  merchant: 'demo',
  trigger: 'upload' as const,
  source: { bucket: 'uploads', key: 'uploads/demo/menu.xlsx', versionId: 'v1', sha256: 'ab', bytes: 12 },
  startedAt: '2026-11-24T01:00:00.000Z',
  finishedAt: '2026-11-24T01:00:02.000Z',
};
const row = (number: number, fields: Partial<ReportRow>): ReportRow => ({
  sheet: 'Items',
  row: number,
  status: 'created',
  requestIds: [],
  issues: [],
  ...fields,
});
const reportOf = (rows: ReportRow[], stoppedBecause?: string) =>
  buildReport(header, {
    rows,
    blankRows: 1,
    issues: [],
    sheets: [sheetReading({ rows: rows.length, blankRows: 1 })],
    calls: { calls: 3, retries: 1 },
    ...(stoppedBecause === undefined ? {} : { stoppedBecause }),
  });

describe('the report', () => {
  test('counts rows and links by status', () => {
    const link = (status: NonNullable<ReportRow['link']>['status']) => ({ groupId: 3, status, requestIds: ['r'] });
    const { summary } = reportOf([
      row(2, { klikitId: 5 }),
      row(3, { klikitId: 6, link: link('linked') }),
      row(4, { status: 'failed' }),
      row(5, { status: 'skipped', skippedBecause: 'section_title' }),
      row(6, { status: 'unchanged', klikitId: 9, link: link('already_linked') }),
    ]);
    expect(summary).toEqual({
      rows: 5,
      blankRows: 1,
      created: 2,
      unchanged: 1,
      changed: 0,
      failed: 1,
      skipped: 1,
      not_attempted: 0,
      unknown: 0,
      links: { linked: 1, already_linked: 1, failed: 0, not_attempted: 0, unknown: 0 },
      calls: 3,
      retries: 1,
    });
  });

  test.each([
    ['created', 'completed'],
    ['unchanged', 'completed'],
    ['skipped', 'completed'],
    ['changed', 'completed_with_issues'],
    ['failed', 'completed_with_issues'],
    ['not_attempted', 'completed_with_issues'],
    ['unknown', 'completed_with_issues'],
  ] as const)('of an import with a row that is %s says %s', (status, outcome) => {
    expect(reportOf([row(2, { status })]).import.outcome).toBe(outcome);
  });

  test('of an import with a link that failed says so, although every row was created', () => {
    const failedLink = { groupId: 3, status: 'failed' as const, requestIds: [] };
    expect(reportOf([row(2, { link: failedLink })]).import.outcome).toBe('completed_with_issues');
  });

  test('of an import that stopped itself names the reason', () => {
    expect(reportOf([row(2, { status: 'not_attempted' })], 'klikit_unreachable').import).toMatchObject({
      outcome: 'stopped',
      reason: 'klikit_unreachable',
    });
  });

  test('of a refused file has no rows, zeros, and the one fault', () => {
    const report = buildRefusedReport(header, makeIssue({ code: 'no_price_column', params: { headers: 'Title' } }));
    expect(report.import).toMatchObject({ outcome: 'refused', reason: 'no_price_column' });
    expect(report.rows).toEqual([]);
    expect(report.summary).toMatchObject({ rows: 0, calls: 0 });
    expect(report.issues).toHaveLength(1);
  });

  test('is not accepted when its counts do not add up', () => {
    const report = reportOf([row(2, {}), row(3, { status: 'failed' })]);
    const lying = { ...report, summary: { ...report.summary, created: 2 } };
    expect(reportSchema.safeParse(lying).error?.issues.map(({ message }) => message)).toEqual(['summary.created does not add up']);
    expect(reportSchema.safeParse({ ...report, rows: report.rows.slice(1) }).success).toBe(false);
  });

  test('of a workbook that could be read says how its sheets were understood, refused or not', () => {
    const sheets = [sheetReading({ rows: 7 })];
    expect(reportOf([]).sheets).toHaveLength(1);
    expect(buildRefusedReport(header, makeIssue({ code: 'no_currency' }), sheets).sheets).toEqual(sheets);
    expect(buildRefusedReport(header, makeIssue({ code: 'damaged_workbook' }))).not.toHaveProperty('sheets');
  });

  test('of old, without its sheets, is still read', () => {
    const { sheets, ...old } = reportOf([row(2, {})]);
    expect(sheets).toBeDefined();
    expect(reportSchema.parse(old)).toEqual(old);
  });

  test('is not accepted when the rows of its sheets do not add up', () => {
    const report = reportOf([row(2, {})]);
    expect(reportSchema.safeParse({ ...report, sheets: [sheetReading({ rows: 2, blankRows: 1 })] }).success).toBe(false);
    expect(reportSchema.safeParse({ ...report, sheets: [sheetReading({ rows: 1, blankRows: 0 })] }).success).toBe(false);
  });

  test('survives being written and read', () => {
    const report = reportOf([row(2, { klikitId: 5, title: 'らーめん 🍜' })]);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});
