import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { readerStartedAhead, readWorkbookInWorker } from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import { buildXlsx, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';

const good = () => xlsxParts({ sheets: ['<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'] });

async function refusalOf(bytes: Uint8Array, limits: Partial<typeof defaultReadLimits> = {}): Promise<WorkbookRefused> {
  const refusal: unknown = await readWorkbook(bytes, { ...defaultReadLimits, ...limits }).catch((error: unknown) => error);
  if (!(refusal instanceof WorkbookRefused)) throw new Error('the file was not refused', { cause: refusal });
  return refusal;
}

const manyRows = (count: number) => Array.from({ length: count }, (_, row) => `<row r="${row + 1}"><c><v>1</v></c></row>`).join('');

describe('a limit that is passed is named, with the number seen', () => {
  const sheetOf = (rows: string) => buildXlsx({ sheets: [`<sheetData>${rows}</sheetData>`] });
  test.each([
    ['the size of the file', () => buildZip(good()), { maxReportFileBytes: 100 }, 'limit_file_bytes'],
    ['the size of a file that is no report of ours', () => buildZip(good()), { maxFileBytes: 100 }, 'limit_file_bytes'],
    [
      'parts',
      () => buildZip({ ...good(), ...Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`junk/${n}`, ''])) }),
      { maxEntries: 50 },
      'limit_parts',
    ],
    ['rows', () => sheetOf(manyRows(11)), { maxRows: 10 }, 'limit_rows'],
    ['columns', () => sheetOf('<row><c r="IW1"><v>1</v></c></row>'), {}, 'limit_columns'],
    ['characters', () => sheetOf(`<row><c t="inlineStr"><is><t>${'x'.repeat(32_768)}</t></is></c></row>`), {}, 'limit_cell_characters'],
    ['unpacked bytes', () => sheetOf(manyRows(2_000)), { maxInflatedBytes: 50_000 }, 'limit_unpacked_bytes'],
    ['a part that unpacks a thousandfold', () => sheetOf(' '.repeat(5_000_000)), {}, 'limit_unpacking'],
  ])('%s', async (_, build, limits, limit) => {
    const { code, details } = await refusalOf(build(), limits);
    expect(code).toBe('limit_exceeded');
    expect(details).toMatchObject({ limit: { phrase: limit }, seen: expect.any(Number), allowed: expect.any(Number) });
    expect(Number(details['seen'])).toBeGreaterThan(Number(details['allowed']));
  });

  test('but styled empty cells, wide columns and huge merges are nothing to count', async () => {
    const bytes = buildXlsx({
      sheets: [
        '<dimension ref="A1:XFD1048576"/><cols><col min="1" max="2147483647"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row></sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>',
      ],
    });
    expect((await readWorkbook(bytes)).sheets[0]?.rows).toHaveLength(1);
  });

  test('some more rows and columns are read where it is a report of ours', async () => {
    const header = '<row r="1"><c r="A1" t="inlineStr"><is><t>klikit ID</t></is></c></row>';
    const limits = { ...defaultReadLimits, maxRows: 3, maxColumns: 3 };
    const rowsOf = (count: number) =>
      Array.from({ length: count }, (_, row) => `<row r="${row + 2}"><c r="A${row + 2}"><v>1</v></c></row>`);
    const read = (rows: string) => readWorkbook(sheetOf(rows), limits);
    expect((await read(`${header}${rowsOf(4).join('')}`)).sheets[0]?.rows).toHaveLength(5);
    expect((await read(`${header}<row r="2"><c r="H2"><v>1</v></c></row>`)).sheets[0]?.rows).toHaveLength(2);
    await expect(read(rowsOf(4).join(''))).rejects.toMatchObject({ details: { limit: { phrase: 'limit_rows' }, allowed: 3, seen: 4 } });
    await expect(read(`${header}${rowsOf(600).join('')}`)).rejects.toMatchObject({
      details: { limit: { phrase: 'limit_rows' }, allowed: 3 },
    });
    await expect(read('<row r="2"><c r="H2"><v>1</v></c></row>')).rejects.toMatchObject({
      details: { limit: { phrase: 'limit_columns' }, allowed: 3, seen: 8 },
    });
    await expect(read(`${header}<row r="2"><c r="L2"><v>1</v></c></row>`)).rejects.toMatchObject({ details: { seen: 12 } });
  });

  test('a larger file is read where it is a report of ours', async () => {
    const bytes = buildXlsx({ sheets: ['<sheetData><row><c t="inlineStr"><is><t>klikit ID</t></is></c></row></sheetData>'] });
    expect((await readWorkbook(bytes, { ...defaultReadLimits, maxFileBytes: 100 })).sheets).toHaveLength(1);
  });
});

describe('a file that is broken or hostile is refused by name', () => {
  const replaced = (part: string, content: string | Uint8Array) => buildZip({ ...good(), [part]: content });
  const doctype = '<!DOCTYPE worksheet [<!ENTITY a "aaaa">]><worksheet/>';
  test.each([
    ['a DOCTYPE', replaced('xl/worksheets/sheet1.xml', doctype), 'forbidden_doctype'],
    ['a DOCTYPE in UTF-16', replaced('xl/worksheets/sheet1.xml', Buffer.from(`\uFEFF${doctype}`, 'utf16le')), 'forbidden_doctype'],
    ['an entity that nobody declared', replaced('xl/worksheets/sheet1.xml', '<worksheet>&xxe;</worksheet>'), 'damaged_workbook'],
    ['XML that breaks off', replaced('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row>'), 'damaged_workbook'],
    ['XML as deep as a well', replaced('xl/worksheets/sheet1.xml', `<worksheet>${'<a>'.repeat(5_000)}`), 'damaged_workbook'],
    [
      'a row that cannot be',
      replaced('xl/worksheets/sheet1.xml', '<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>'),
      'damaged_workbook',
    ],
    ['a wrong checksum', buildZip(good(), { 'xl/worksheets/sheet1.xml': { crc: 1 } }), 'damaged_workbook'],
    [
      'a sheet that is not there',
      buildZip(Object.fromEntries(Object.entries(good()).filter(([name]) => !name.includes('sheet1')))),
      'damaged_workbook',
    ],
    ['a zip of something else', buildZip({ 'readme.txt': 'hello' }), 'not_a_workbook'],
    ['a Word document', buildZip({ '_rels/.rels': '<Relationships/>', 'word/document.xml': '<document/>' }), 'not_a_workbook'],
    [
      'an OpenDocument sheet',
      buildZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }),
      'other_spreadsheet_format',
    ],
    ['a Numbers document', buildZip({ 'Index/Document.iwa': 'x' }), 'other_spreadsheet_format'],
    ['a binary workbook', buildZip({ 'xl/workbook.bin': 'x' }), 'binary_workbook'],
  ])('%s', async (_, bytes, code) => {
    expect((await refusalOf(bytes)).code).toBe(code);
  });
});

describe('in its worker', () => {
  test('a workbook is read as it is without', async () => {
    const bytes = buildZip(good());
    expect(await readWorkbookInWorker(bytes)).toEqual(await readWorkbook(bytes));
  });

  test('a refusal keeps its code and its numbers', async () => {
    await expect(readWorkbookInWorker(buildZip(good()), { ...defaultReadLimits, maxReportFileBytes: 10 })).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { allowed: 10 },
    });
  });

  test('a file that takes too long is ended and refused', async () => {
    await expect(readWorkbookInWorker(buildZip(good()), { ...defaultReadLimits, maxSeconds: 0.001 })).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { limit: { phrase: 'limit_seconds' } },
    });
  });

  test('a file that takes too much memory is ended and refused', async () => {
    const text = `<c t="inlineStr"><is><t>${'字'.repeat(30_000)}</t></is></c>`;
    const rows = Array.from({ length: 300 }, () => `<row>${text}</row>`).join('');
    const limits = { ...defaultReadLimits, maxMemoryMegabytes: 8, maxCompressionRatio: 100_000 };
    await expect(readWorkbookInWorker(buildXlsx({ sheets: [`<sheetData>${rows}</sheetData>`] }), limits)).rejects.toMatchObject({
      code: 'limit_exceeded',
      details: { limit: { phrase: 'limit_megabytes' } },
    });
  });

  test('a thread that was started ahead reads one file, and the next has its own', async () => {
    const bytes = buildZip(good());
    const read = readerStartedAhead(defaultReadLimits);
    const expected = await readWorkbook(bytes);
    expect(await Promise.all([read(bytes), read(bytes)])).toEqual([expected, expected]);
    await expect(read(buildZip({}))).rejects.toMatchObject({ name: 'WorkbookRefused' });
    expect(await read(bytes)).toEqual(expected);
  });
});
