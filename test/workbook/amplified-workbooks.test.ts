import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { readWorkbookInWorker } from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import { buildXlsx, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';

const rows = (count: number, cells: string) => `<sheetData>${`<row>${cells}</row>`.repeat(count)}</sheetData>`;
/** What is small when packed would be refused for that alone. */
const limits = { ...defaultReadLimits, maxCompressionRatio: 1_000_000 };

describe('little that stands for much is refused by name', () => {
  test('one long text in every cell', async () => {
    const sharedStrings = `<si><t>${'x'.repeat(32_000)}</t></si>`;
    const bytes = buildXlsx({ sheets: [rows(300, '<c t="s"><v>0</v></c>'.repeat(20))], sharedStrings });
    await expect(readWorkbook(bytes, limits)).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { limit: { phrase: 'limit_text_bytes' } },
    });
  });

  test('one long sheet name beside every row', async () => {
    const parts = xlsxParts({ sheets: [rows(3_000, '<c><v>1</v></c>')] });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('Sheet1', 'x'.repeat(32_000));
    await expect(readWorkbook(buildZip(parts), limits)).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { limit: { phrase: 'limit_text_bytes' } },
    });
  });

  test('but one long number format in every cell is one text only', async () => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${'0'.repeat(32_000)}"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`;
    const { sheets } = await readWorkbook(buildXlsx({ sheets: [rows(20_000, '<c s="0"><v>1</v></c>'.repeat(20))], styles }), limits);
    expect(sheets[0]?.rows.at(-1)?.cells.at(-1)).toMatchObject({ row: 20_000, column: 20, numberFormat: '0'.repeat(32_000) });
  });

  test('a text of millions that no cell shows', async () => {
    const bytes = buildXlsx({ sheets: [rows(1, '')], sharedStrings: `<si><t>${'x'.repeat(2_000_000)}</t></si>` });
    await expect(readWorkbook(bytes, limits)).rejects.toMatchObject({ details: { limit: { phrase: 'limit_cell_characters' } } });
  });

  test('two places that are filled a million times', async () => {
    const cells = '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>'.repeat(1_000_000);
    const bytes = buildXlsx({ sheets: [`<sheetData><row r="1">${cells}</row></sheetData>`] });
    await expect(readWorkbook(bytes, limits)).rejects.toMatchObject({ code: 'damaged_workbook', details: { cells: 2 * (256 + 8) } });
  });

  test('merges over merges over everything', async () => {
    const merges = `<mergeCells>${'<mergeCell ref="B2:XFD1048576"/>'.repeat(50_000)}</mergeCells>`;
    await expect(readWorkbook(buildXlsx({ sheets: [rows(2_000, '<c><v>1</v></c>') + merges] }), limits)).rejects.toMatchObject({
      code: 'damaged_workbook',
    });
  });

  test('one sheet that the workbook lists a thousand times', async () => {
    const parts = xlsxParts({ sheets: [rows(100, '<c><v>1</v></c>')] });
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace(/<sheet name[^>]*>/, (listed) =>
      Array.from({ length: 1_000 }, (_, n) => listed.replace('Sheet1', `Copy ${n}`)).join(''),
    );
    await expect(readWorkbook(buildZip(parts), limits)).rejects.toMatchObject({ details: { limit: { phrase: 'limit_rows' } } });
  });

  test('but ranges of hidden columns without an end are only what they are', async () => {
    const columns = `<cols>${'<col min="2" max="2147483647" hidden="1"/>'.repeat(10_000)}</cols>`;
    const { sheets } = await readWorkbook(buildXlsx({ sheets: [columns + rows(1, '<c><v>1</v></c><c><v>2</v></c>')] }), limits);
    expect(sheets[0]?.rows[0]?.cells.map(({ hidden }) => hidden)).toEqual([undefined, true]);
  });
});

test('two sheets with one name are refused, as their rows could not be told apart', async () => {
  const parts = xlsxParts({ sheets: [rows(1, '<c><v>1</v></c>'), rows(1, '<c><v>2</v></c>')] });
  parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('Sheet2', 'Sheet1');
  await expect(readWorkbook(buildZip(parts))).rejects.toMatchObject({ code: 'damaged_workbook' });
});

test('a part that the archive holds twice is refused, as programs disagree which of them counts', async () => {
  const parts = xlsxParts({ sheets: [rows(1, '<c><v>1</v></c>')] });
  const twice = buildZip({ ...parts, 'XL/worksheets/sheet1.xml': String(parts['xl/worksheets/sheet1.xml']).replace('1</v>', '2</v>') });
  await expect(readWorkbook(twice)).rejects.toMatchObject({ code: 'damaged_workbook', details: { part: 'xl/worksheets/sheet1.xml' } });
});

test('a refusal from the worker says what its parser said, for the log', async () => {
  const broken = buildZip({ ...xlsxParts({ sheets: [''] }), 'xl/worksheets/sheet1.xml': '<worksheet>&xxe;</worksheet>' });
  await expect(readWorkbookInWorker(broken)).rejects.toMatchObject({
    code: 'damaged_workbook',
    cause: { message: expect.stringContaining('entity') },
  });
});
