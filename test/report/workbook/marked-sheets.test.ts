import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { inflateParts } from '../../../bench/workbooks/inflate-parts.ts';
import { issueFills, statusFills } from '../../../functions/menu-import/report/workbook/cell-styles.ts';
import { renderWorkbook } from '../../../functions/menu-import/report/workbook/render-workbook.ts';
import { readWorkbook } from '../../../functions/menu-import/workbook/read-workbook.ts';
import type { Workbook } from '../../../functions/menu-import/workbook/workbook.ts';
import { menuWorkbook } from '../../support/menu-workbook.ts';
import { reportOn } from '../../support/report-on.ts';

async function reportOf(...made: Parameters<typeof menuWorkbook>) {
  const source = await readWorkbook(await menuWorkbook(...made));
  const bytes = await renderWorkbook(reportOn(source).report, source);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
  const sheet = workbook.getWorksheet('Menu');
  if (sheet === undefined) throw new Error('the report has no sheet Menu');
  return { bytes, workbook, sheet };
}

function fillOf(sheet: ExcelJS.Worksheet, address: string): string | undefined {
  const { fill } = sheet.getCell(address);
  return fill?.type === 'pattern' ? fill.fgColor?.argb : undefined;
}

function noteOf(sheet: ExcelJS.Worksheet, address: string): string | undefined {
  const { note } = sheet.getCell(address);
  return typeof note === 'object' ? note.texts?.map(({ text }) => text).join('') : note;
}

const menu = {
  Menu: [
    ['Title', 'Price', 'VAT %'],
    ['SOUPS', null, null],
    ['Ramen', 60_000, 11],
    ['Udon', 'free', 0.11],
    ['Soba', null, null],
  ],
};

describe('a sheet of the merchant in report.xlsx', () => {
  test('has each cell marked that something is said about, also one that is empty', async () => {
    const { sheet } = await reportOf(menu);
    expect(fillOf(sheet, 'B4')).toBe(issueFills.error);
    expect(noteOf(sheet, 'B4')).toMatch(/"free" in B4 cannot be read as a price\..* Write a plain number, for example 85000\./);
    expect(fillOf(sheet, 'C4')).toBe(issueFills.warning);
    expect(fillOf(sheet, 'B5')).toBe(issueFills.error);
    expect(noteOf(sheet, 'B5')).toContain('Write the price into B5.');
    expect(['A3', 'B3', 'C3', 'A4', 'A5'].map((address) => noteOf(sheet, address))).toEqual(Array.from({ length: 5 }));
  });

  test('has its rows coloured by what became of them, and the results at the right', async () => {
    const { sheet } = await reportOf(menu);
    expect(['A1', 'A2', 'A3', 'A4', 'A5'].map((address) => fillOf(sheet, address))).toEqual([
      undefined,
      statusFills.skipped,
      statusFills.created,
      statusFills.failed,
      statusFills.failed,
    ]);
    const row = (number: number) => ['D', 'E', 'F', 'G', 'H'].map((letter) => sheet.getCell(`${letter}${number}`).value);
    expect(row(1)).toEqual(['Result', 'klikit ID', 'Link', 'What to do', 'Request IDs']);
    expect(row(2)).toEqual(['No menu row: section title', null, null, null, null]);
    expect(row(3)).toEqual(['In klikit now', 1_001, null, null, 'req-create-1001']);
    expect(row(4)).toEqual(['Not in klikit', null, null, expect.stringContaining('Write a plain number'), null]);
  });

  test('has its header frozen and filtered, and keeps widths, formats, merges and what is hidden', async () => {
    const { sheet, workbook } = await reportOf(
      {
        Menu: [['Our menu', null, null], ...menu.Menu.map((row) => row.slice())],
        Old: [
          ['Title', 'Price'],
          ['Pho', 1],
        ],
      },
      (made) => {
        const [first, old] = made.worksheets;
        if (first === undefined || old === undefined) throw new Error('two sheets');
        first.mergeCells('A1:C1');
        first.getColumn(1).width = 33;
        first.getColumn(3).hidden = true;
        first.getCell('B4').numFmt = '#,##0.00';
        old.state = 'hidden';
      },
    );
    expect(sheet.views).toMatchObject([{ state: 'frozen', ySplit: 2 }]);
    expect(sheet.autoFilter).toBe('A2:H6');
    expect(sheet.getColumn(1).width).toBe(33);
    expect(sheet.getColumn(3).hidden).toBe(true);
    expect(sheet.getCell('B4').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('C1').master.address).toBe('A1');
    expect(workbook.worksheets.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'klikit report visible',
      'Menu visible',
      'Old hidden',
    ]);
  });

  test('has notes that are as high as what they say', async () => {
    const { bytes } = await reportOf(menu, ({ worksheets: [sheet] }) => {
      if (sheet === undefined) throw new Error('one sheet');
      // Excel took a price for a date, about which there is much to say.
      sheet.getCell('B3').value = new Date('2026-01-05T00:00:00Z');
      sheet.getCell('B3').numFmt = 'd-mmm';
    });
    const drawing = [...inflateParts(bytes)].find(({ path }) => path.endsWith('.vml'))?.content.toString('utf8') ?? '';
    const heights = [...drawing.matchAll(/<x:Anchor>([^<]*)<\/x:Anchor>/g)].map(([, anchor = '']) => {
      const [, , top = 0, , , , bottom = 0] = anchor.split(',').map(Number);
      return bottom - top;
    });
    const [ofDate = 0, ...others] = heights;
    expect(others).toHaveLength(3);
    expect(Math.min(...others)).toBeGreaterThanOrEqual(3);
    expect(ofDate).toBeGreaterThan(Math.max(...others));
  });

  test('may have a row a million rows below, and merges over each other and beyond all rows', { timeout: 30_000 }, async () => {
    const cell = (row: number, value: string | number, column: number) =>
      ({ type: typeof value === 'number' ? 'number' : 'text', value, sheet: 'Menu', row, column }) as const;
    const rowOf = (row: number, ...values: (string | number)[]) => ({
      sheet: 'Menu',
      row,
      hidden: false,
      cells: values.map((value, position) => cell(row, value, position + 1)) as Workbook['sheets'][number]['rows'][number]['cells'],
    });
    const source: Workbook = {
      sheets: [
        {
          name: 'Menu',
          hidden: false,
          rows: [rowOf(1, 'Title', 'Price'), rowOf(2, 'Ramen', 1), rowOf(1_048_576, 'Udon', 2)],
          merges: ['A3:B4', 'B4:C5', 'A5:XFD1048576', 'A2:A2', 'nonsense'],
          columnRanges: [{ first: 1, last: 16_384, width: 10 }],
        },
      ],
    };
    const back = await readWorkbook(await renderWorkbook(reportOn(source).report, source));
    expect(back.sheets[1]?.rows.map(({ row }) => row)).toEqual([1, 2, 1_048_576]);
    expect(back.sheets[1]?.merges).toEqual(['A3:B4']);
  });
});

describe('an import whose workbook is gone', () => {
  test('lists its rows in the place of the sheets', async () => {
    const source = await readWorkbook(await menuWorkbook(menu));
    const workbook = new ExcelJS.Workbook();
    const bytes = await renderWorkbook(reportOn(source).report);
    await workbook.xlsx.load(Buffer.from(bytes) as unknown as Parameters<typeof workbook.xlsx.load>[0]);
    const rows = workbook.getWorksheet('Menu')?.getSheetValues().slice(1) as unknown[][];
    expect(rows.map((row) => row.slice(1, 4))).toEqual([
      ['Row', 'Title', 'Result'],
      [2, undefined, 'No menu row: section title'],
      [3, 'Ramen', 'In klikit now'],
      [4, 'Udon', 'Not in klikit'],
      [5, 'Soba', 'Not in klikit'],
    ]);
  });
});
