import { describe, expect, test } from 'vitest';
import { startSandboxedStack } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { encodeCsv } from './support/write-csv.ts';

describe('an upload of a CSV', () => {
  test('is imported, linked and reported as a workbook is', async () => {
    const stack = await startSandboxedStack();
    const text = 'Title;SKU;Price;Modifier group\r\nRamen;007;Rp 60.000;\r\n\r\nHot;;0;Spice level\r\nUdon;;85k;\r\n';
    const report = await stack.importWorkbook('demo', 'menu.csv', encodeCsv(text, 'utf-8 with a mark'));
    expect(report.import).toMatchObject({ outcome: 'completed_with_issues', source: { key: 'uploads/demo/menu.csv' } });
    expect(report.summary).toMatchObject({ rows: 3, blankRows: 1, created: 2, failed: 1, links: { linked: 1 } });
    expect(report.rows).toMatchObject([
      { sheet: 'CSV', row: 2, status: 'created', key: 'sku:007' },
      { sheet: 'CSV', row: 4, status: 'created', link: { status: 'linked' } },
      { sheet: 'CSV', row: 5, status: 'failed', issues: [{ code: 'price_unreadable', cell: 'C5', value: '85k' }] },
    ]);
    const create = stack.sandbox.calls().find(({ body }) => body.includes('Ramen'));
    expect(JSON.parse(create?.body ?? '')).toMatchObject({
      title: { en: 'Ramen' },
      skuID: '007',
      prices: { '1': { IDR: { price: 60_000 } } },
    });
  });

  test.each(['menu.CSV', 'menu.txt', 'menu.xlsx', 'menu'])('is known by its bytes, not by its name: %s', async (name) => {
    const stack = await startSandboxedStack();
    const report = await stack.importWorkbook('demo', name, encodeCsv('Title\tPrice\nラーメン\t60000\n', 'utf-16le with a mark'));
    expect(report.import.outcome).toBe('completed');
    expect(report.rows).toMatchObject([{ status: 'created', title: 'ラーメン' }]);
  });

  test('of a menu that was imported as a workbook before creates nothing twice', async () => {
    const stack = await startSandboxedStack();
    const rows = [
      ['Title', 'Price'],
      ['Café', 60_000],
    ];
    await stack.importWorkbook('demo', 'menu.xlsx', await menuWorkbook({ Menu: rows }));
    const report = await stack.importWorkbook('demo', 'menu.csv', Buffer.from('Title,Price\nCafe\u0301,"60,000"\n'));
    expect(report.summary).toMatchObject({ unchanged: 1, created: 0, calls: 0 });
  });
});

describe('an upload that can be no menu', () => {
  test.each([
    ['menu.pdf', '%PDF-1.7\n', 'not_a_workbook', 'LibreOffice: File > Save As'],
    ['menu.xls', Buffer.from('0904060000001000', 'hex'), 'old_excel_format', 'Google Sheets: File > Download'],
    [
      'menu.fods',
      '<?xml version="1.0"?><a xmlns="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      'other_spreadsheet_format',
      'LibreOffice',
    ],
    ['menu.csv', Buffer.from('Title,Price\nCr\xE8me,1\n', 'latin1'), 'csv_encoding', 'CSV UTF-8'],
  ])('is answered all the same, with what to do: %s', async (name, content, reason, fix) => {
    const stack = await startSandboxedStack();
    const report = await stack.importWorkbook('demo', name, Buffer.from(content as string));
    expect(report.import).toMatchObject({ outcome: 'refused', reason });
    expect(report.issues[0]?.fix).toContain(fix);
  });

  test('is not even fetched where it is larger than any menu', async () => {
    const stack = await startSandboxedStack({}, { READ_LIMITS: '{"maxReportFileBytes":1000}' });
    const report = await stack.importWorkbook('demo', 'film.mp4', Buffer.alloc(1_001));
    expect(report.import).toMatchObject({ outcome: 'refused', reason: 'limit_exceeded', source: { bytes: 1_001, sha256: '' } });
    expect(report.issues[0]?.message).toContain('its size in bytes is 1,001, and at most 1,000 is allowed');
  });
});
