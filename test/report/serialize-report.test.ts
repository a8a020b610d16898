import { expect, test } from 'vitest';
import { buildRefusedReport, buildReport } from '../../functions/menu-import/report/build-report.ts';
import type { ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { serializeReport } from '../../functions/menu-import/report/serialize-report.ts';

const header = {
  id: 'a',
  merchant: 'demo',
  trigger: 'upload',
  source: { bucket: 'uploads', key: 'uploads/demo/menu.xlsx', sha256: '', bytes: 0 },
  startedAt: '2026-11-24T09:00:00.000Z',
  finishedAt: '2026-11-24T09:01:00.000Z',
} as const;

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
  const text = serializeReport(report);
  expect(JSON.parse(text)).toEqual(report);
  expect(text.split('\n').filter((line) => line.includes('"klikitId"'))).toHaveLength(rows.length);
});

test('a report without rows is JSON too', () => {
  const report = buildRefusedReport(header, { code: 'superseded', severity: 'error', message: 'm', fix: 'f' });
  expect(JSON.parse(serializeReport(report))).toEqual(report);
});
