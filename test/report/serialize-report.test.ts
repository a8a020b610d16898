import { expect, test } from 'vitest';
import { buildRefusedReport, buildReport } from '../../functions/menu-import/report/build-report.ts';
import type { Report, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { serializeReport } from '../../functions/menu-import/report/serialize-report.ts';

const header = {
  id: 'a',
  merchant: 'demo',
  trigger: 'upload',
  source: { bucket: 'uploads', key: 'uploads/demo/menu.xlsx', sha256: '', bytes: 0 },
  startedAt: '2026-11-24T09:00:00.000Z',
  finishedAt: '2026-11-24T09:01:00.000Z',
} as const;

const textOf = (report: Report): string => new TextDecoder().decode(serializeReport(report));

const rows = ['Nasi "goreng"', 'Kopi\n珈琲', '}],'].map(
  (title, position): ReportRow => ({
    sheet: 'Menu',
    row: position + 2,
    status: 'created',
    title,
    klikitId: position + 1,
    requestIds: [],
    issues: [],
  }),
);

test('a report is JSON with a line for each row', () => {
  const report = buildReport(header, { rows, blankRows: 0, issues: [], calls: { calls: 3, retries: 0 } });
  const text = textOf(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.split('\n').filter((line) => line.includes('"klikitId"'))).toHaveLength(rows.length);
});

test.each([499, 500, 501, 1_500])('a report of %d rows is JSON with a line for each of them, in their order', (count) => {
  const many = Array.from({ length: count }, (_, position): ReportRow => {
    return {
      sheet: 'Menu',
      row: position + 2,
      status: 'created',
      title: `麺 ${position}`,
      klikitId: position + 1,
      requestIds: [],
      issues: [],
    };
  });
  const report = buildReport(header, { rows: many, blankRows: 0, issues: [], calls: { calls: count, retries: 0 } });
  const text = textOf(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.split('\n').filter((line) => line.includes('"klikitId"'))).toHaveLength(count);
});

test('a report without rows is JSON too', () => {
  const report = buildRefusedReport(header, { code: 'superseded', severity: 'error', message: 'm', fix: 'f' });
  expect(JSON.parse(textOf(report))).toEqual(report);
});
