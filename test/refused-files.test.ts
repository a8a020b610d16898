import { describe, expect, test } from 'vitest';
import { startSandboxedStack } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';

/** An OLE2 file whose directory names the stream that password protection makes. */
const ole2 = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);

describe('a file that cannot be a menu', () => {
  test.each([
    ['no workbook', 'not_a_workbook', () => Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000', 'hex')],
    ['empty', 'empty_file', () => Buffer.alloc(0)],
    ['protected with a password', 'encrypted_workbook', () => ole2('EncryptedPackage')],
    ['an old .xls', 'old_excel_format', () => ole2('Workbook')],
    ['a CSV whose letters nobody knows', 'csv_encoding', () => Buffer.from('Title,Price\nCr\xE8me,60000\n', 'latin1')],
    ['a CSV with an open quotation mark', 'csv_unclosed_quote', () => Buffer.from('Title,Price\n"Ramen,60000\n')],
    ['a CSV with a stray quotation mark', 'csv_stray_quote', () => Buffer.from('Title,Price\n"Pizza 12" large",60000\n')],
    ['a letter', 'no_header_row', () => Buffer.from('Dear customer,\nramen is out.\n')],
    ['a web page', 'web_page_named_xlsx', () => Buffer.from('<!DOCTYPE html><html><table><tr><td>Ramen</td></tr></table></html>')],
    [
      'cut off',
      'damaged_workbook',
      async () =>
        (
          await menuWorkbook({
            Menu: [
              ['Title', 'Price'],
              ['Ramen', 1],
            ],
          })
        ).slice(0, 2_000),
    ],
    [
      'without a header row',
      'no_header_row',
      () =>
        menuWorkbook({
          Menu: [
            ['Ramen', 60_000],
            ['Udon', 55_000],
          ],
        }),
    ],
    ['with an empty sheet only', 'no_header_row', () => menuWorkbook({ Menu: [] })],
    ['with a header only', 'no_menu_rows', () => menuWorkbook({ Menu: [['Title', 'Price']] })],
    [
      'without a price column',
      'no_price_column',
      () =>
        menuWorkbook({
          Menu: [
            ['Title', 'SKU'],
            ['Ramen', 'R1'],
          ],
        }),
    ],
    [
      'without a title column',
      'no_title_column',
      () =>
        menuWorkbook({
          Menu: [
            ['SKU', 'Price'],
            ['R1', 60_000],
          ],
        }),
    ],
    [
      'with a currency that is none',
      'setting_unreadable',
      () =>
        menuWorkbook({
          Menu: [
            ['Title', 'Price'],
            ['Ramen', 1],
          ],
          Settings: [
            ['Currency', 'Rupees of gold'],
            ['Language', 'en'],
          ],
        }),
    ],
  ])('because it is %s is refused as %s: one fault, a report, no call', async (_, reason, build) => {
    const stack = await startSandboxedStack();
    const report = await stack.importWorkbook('demo', 'menu.xlsx', await build());
    expect(report.import).toMatchObject({ outcome: 'refused', reason });
    expect(report.issues).toHaveLength(1);
    expect(report.issues[0]?.fix).not.toBe('');
    expect(report.rows).toEqual([]);
    expect(stack.sandbox.calls()).toEqual([]);
  });

  test('because it has more rows than the deployment allows is refused, with both numbers', async () => {
    const stack = await startSandboxedStack({}, { READ_LIMITS: '{"maxRows":2}' });
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 1],
        ['Udon', 2],
      ],
    });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report.import.reason).toBe('limit_exceeded');
    expect(report.issues[0]?.message).toContain('the number of rows is 3, and at most 2 is allowed');
  });

  test('because nothing says which currency is refused', async () => {
    const stack = await startSandboxedStack({}, { DEFAULT_CURRENCY: undefined as never });
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
    });
    expect((await stack.importWorkbook('demo', 'menu.xlsx', bytes)).import).toMatchObject({ outcome: 'refused', reason: 'no_currency' });
    const named = await menuWorkbook({
      Menu: [
        ['Title', 'Price (PHP)'],
        ['Ramen', 250],
      ],
    });
    expect((await stack.importWorkbook('demo', 'named.xlsx', named)).import.outcome).toBe('completed');
  });
});

describe('a row that is wrong', () => {
  test.each([
    ['title_missing', [null, 'R1', 60_000, null], 'A2'],
    ['price_missing', ['Ramen', 'R1', null, null], 'C2'],
    ['price_unreadable', ['Ramen', 'R1', '85k', null], 'C2'],
    ['price_unreadable', ['Ramen', 'R1', 'market price', null], 'C2'],
    ['price_negative', ['Ramen', 'R1', -1, null], 'C2'],
    ['vat_out_of_range', ['Ramen', 'R1', 60_000, -11], 'D2'],
    ['vat_unreadable', ['Ramen', 'R1', 60_000, 'eleven'], 'D2'],
    ['sku_too_long', ['Ramen', 'R'.repeat(51), 60_000, null], 'B2'],
    ['sku_scientific', ['Ramen', 1.23457e18, 60_000, null], 'B2'],
  ])('as %s fails with its cell and what to do; the other rows go on', async (code, row, cell) => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({ Menu: [['Title', 'SKU', 'Price', 'VAT %'], row, ['Udon', 'U1', 55_000, 11]] });
    const report = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(report.rows[0]).toMatchObject({ row: 2, status: 'failed', issues: [{ code, cell, severity: 'error' }] });
    expect(`${report.rows[0]?.issues[0]?.message} ${report.rows[0]?.issues[0]?.fix}`).not.toMatch(/\{\w+\}/);
    expect(report.rows[1]?.status).toBe('created');
    expect(stack.sandbox.state().entries).toHaveLength(1);
  });

  test('because it stands twice fails both times, each naming the other', async () => {
    const stack = await startSandboxedStack();
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
        ['Udon', 55_000],
        ['ramen ', 62_000],
      ],
    });
    const { rows } = await stack.importWorkbook('demo', 'menu.xlsx', bytes);
    expect(rows.map(({ status }) => status)).toEqual(['failed', 'created', 'failed']);
    expect(rows[0]?.issues[0]?.message).toContain('row 4');
    expect(rows[2]?.issues[0]?.message).toContain('row 2');
  });
});
