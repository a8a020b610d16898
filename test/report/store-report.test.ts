import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import { buildRefusedReport } from '../../functions/menu-import/report/build-report.ts';
import { renderings } from '../../functions/menu-import/report/renderings.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';
import { readReport, reportKey, storeReport } from '../../functions/menu-import/report/store-report.ts';
import type { ObjectStore } from '../../functions/menu-import/store/object-store.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { pageFromSource } from '../../infra/bundle-page.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { buildWorkbook } from '../support/build-workbook.ts';
import { reportOn } from '../support/report-on.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function startBucket() {
  const s3 = await startS3Server({ directory: await temporaryDirectory(), buckets: [{ name: 'results' }] });
  onTestFinished(() => s3.close());
  const client = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  return s3ObjectStore(client, 'results');
}

const portsOf = (results: ObjectStore) => ({ results, renderings: renderings(pageFromSource) });

function reportOf(id: string, startedAt: string, code: 'empty_file' | 'source_gone' = 'empty_file') {
  const source = { bucket: 'uploads', key: 'uploads/demo/menu.xlsx', sha256: '', bytes: 0 };
  return buildRefusedReport({ id, merchant: 'demo', trigger: 'upload', source, startedAt, finishedAt: startedAt }, makeIssue({ code }));
}

const [earlier, later] = ['2026-11-24T01:00:00.000Z', '2026-11-24T02:00:00.000Z'];

describe('a report', () => {
  test('is written once: whoever comes second gets the first', async () => {
    const results = await startBucket();
    const first = await storeReport(portsOf(results), reportOf('a', earlier));
    expect(await storeReport(portsOf(results), reportOf('a', later, 'source_gone'))).toEqual(first);
    expect(await readReport(results, 'demo', 'a')).toEqual(first);
  });

  test('of twenty that are written at once is one, is told once, and all get the same', async () => {
    const results = await startBucket();
    const told: Report[] = [];
    const ports = { ...portsOf(results), onReport: (report: Report) => void told.push(report) };
    const stored = await Promise.all(
      Array.from({ length: 20 }, (_, n) => storeReport(ports, reportOf('a', `2026-11-24T01:00:${String(n + 10)}.000Z`))),
    );
    expect(new Set(stored.map((report) => JSON.stringify(report))).size).toBe(1);
    expect(told).toEqual([stored[0]]);
  });

  test('is a page, too, which shows the report that stays', async () => {
    const results = await startBucket();
    const page = async () => new TextDecoder().decode((await results.get('reports/demo/a/report.html'))?.bytes);
    await storeReport(portsOf(results), reportOf('a', earlier));
    expect(await page()).toContain(makeIssue({ code: 'empty_file' }).message);
    await storeReport(portsOf(results), reportOf('a', later, 'source_gone'));
    expect(await page()).toContain(makeIssue({ code: 'empty_file' }).message);
  });

  test('replaces the page of whoever wrote one and no report', async () => {
    const results = await startBucket();
    await results.put('reports/demo/a/report.html', 'of another');
    await storeReport(portsOf(results), reportOf('a', earlier));
    expect(new TextDecoder().decode((await results.get('reports/demo/a/report.html'))?.bytes)).toContain(
      makeIssue({ code: 'empty_file' }).message,
    );
  });

  test('is a workbook, too, which shows the report that stays', async () => {
    const results = await startBucket();
    const texts = async () => {
      const { sheets } = await readWorkbook((await results.get(reportKey('demo', 'a', 'xlsx')))?.bytes ?? new Uint8Array());
      return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ value }) => value)));
    };
    await results.put(reportKey('demo', 'a', 'xlsx'), 'of somebody who wrote no report');
    await storeReport(portsOf(results), reportOf('a', earlier));
    expect(await texts()).toContain(makeIssue({ code: 'empty_file' }).message);
    await storeReport(portsOf(results), reportOf('a', later, 'source_gone'));
    expect(await texts()).toContain(makeIssue({ code: 'empty_file' }).message);
  });

  test('is written, and lists its rows, where a sheet of the workbook cannot be copied', async () => {
    const results = await startBucket();
    const source = buildWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
    });
    const [row] = source.sheets[0]?.rows ?? [];
    const report = reportOn(source).report;
    Object.defineProperty(row, 'cells', {
      get() {
        throw new Error('nobody thought of this');
      },
    });
    const { merchant, id } = (await storeReport(portsOf(results), report, source)).import;
    const { sheets } = await readWorkbook((await results.get(reportKey(merchant, id, 'xlsx')))?.bytes ?? new Uint8Array());
    expect(sheets.map(({ name, rows }) => [name, rows.length])).toEqual([
      ['klikit report', expect.any(Number)],
      ['Menu', 2],
    ]);
  });

  test('is in the index of its month', async () => {
    const results = await startBucket();
    await storeReport(portsOf(results), reportOf('a', earlier));
    await storeReport(portsOf(results), reportOf('b', later));
    const index = JSON.parse(new TextDecoder().decode((await results.get('reports/demo/2026-11/index.json'))?.bytes));
    expect(index.imports.map(({ id }: { id: string }) => id)).toEqual(['a', 'b']);
  });

  test('is the latest only while no later import has one', async () => {
    const results = await startBucket();
    const latest = async () => JSON.parse(new TextDecoder().decode((await results.get('reports/demo/latest.json'))?.bytes));
    await storeReport(portsOf(results), reportOf('new', later));
    await storeReport(portsOf(results), reportOf('old', earlier));
    expect(await latest()).toEqual({
      schemaVersion: 1,
      importId: 'new',
      report: 'reports/demo/new/report.json',
      startedAt: later,
      outcome: 'refused',
    });
  });
});
