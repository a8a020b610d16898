import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { inline, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip, type PartContent } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const parts = xlsxParts({
  sheets: [`<sheetData><row><c t="s"><v>0</v></c>${inline('Café ラーメン 🍜')}<c s="1"><v>1.5</v></c></row></sheetData>`],
  sharedStrings: '<si><t>Crème brûlée 🍮</t></si>',
  styles: '<cellXfs><xf/><xf numFmtId="2"/></cellXfs>',
});
const all = { A1: 'Crème brûlée 🍮', B1: 'Café ラーメン 🍜', C1: 1.5 };
const latin = { A1: 'Crème brûlée', B1: 'Café', C1: 1.5 };

/** What is small when packed would be refused for that alone. */
const roomy = { ...defaultReadLimits, maxCompressionRatio: 1_000_000 };

type Encode = (xml: string) => PartContent;
const utf16le: Encode = (xml) => Buffer.from(xml, 'utf16le');
const utf16be: Encode = (xml) => Buffer.from(xml, 'utf16le').swap16();
const declared = (encoding: string, xml: string, quote = '"') => `<?xml version="1.0" encoding=${quote}${encoding}${quote}?>\n${xml}`;

const encodedAs = (encode: Encode, from: Readonly<Record<string, string>> = parts) =>
  buildZip(Object.fromEntries(Object.entries(from).map(([name, xml]) => [name, encode(xml)])));

describe('parts are read', () => {
  test.each<[string, Encode]>([
    ['in UTF-8', (xml) => xml],
    ['in UTF-8 that says so', (xml) => declared('UTF-8', xml)],
    ['in UTF-8 that says so in small letters and single quotes', (xml) => declared('utf-8', xml, "'")],
    ['in UTF-8 with a byte order mark', (xml) => `\uFEFF${xml}`],
    ['in UTF-8 with a byte order mark and a declaration', (xml) => `\uFEFF${declared('UTF-8', xml)}`],
    ['in UTF-8 that says UTF-16', (xml) => declared('UTF-16', xml)],
    ['in UTF-8 with a declaration of nothing', (xml) => `<?xml version="1.0" standalone="yes"?>${xml}`],
    ['in UTF-16 with a byte order mark', (xml) => utf16le(`\uFEFF${declared('UTF-16', xml)}`)],
    ['in UTF-16, the high byte first, with a byte order mark', (xml) => utf16be(`\uFEFF${declared('UTF-16', xml)}`)],
    ['in UTF-16 without a byte order mark', (xml) => utf16le(declared('UTF-16LE', xml))],
    ['in UTF-16, the high byte first, without a byte order mark', (xml) => utf16be(declared('UTF-16BE', xml))],
    ['in UTF-16 that says UTF-8', (xml) => utf16le(`\uFEFF${declared('UTF-8', xml)}`)],
    ['in UTF-16 without a declaration', (xml) => utf16le(`\uFEFF${xml}`)],
  ])('%s', async (_, encode) => {
    expect(await cellsOf(encodedAs(encode))).toEqual(all);
  });

  test.each(['ISO-8859-1', 'iso-8859-1', 'windows-1252', 'latin1'])('in %s', async (encoding) => {
    const plain = Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, xml.replaceAll(/ ラーメン 🍜| 🍮/gu, '')]));
    expect(await cellsOf(encodedAs((xml) => Buffer.from(declared(encoding, xml), 'latin1'), plain))).toEqual(latin);
  });

  test('in Shift JIS', async () => {
    const [before = '', after = ''] = String(parts['xl/worksheets/sheet1.xml']).split('Café ラーメン 🍜');
    const sheet = Buffer.concat([Buffer.from(declared('Shift_JIS', before)), Buffer.from('8389815b83818393', 'hex'), Buffer.from(after)]);
    expect(await cellsOf(buildZip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }))).toEqual({ ...all, B1: 'ラーメン' });
  });

  test('each in its own encoding', async () => {
    const mixed = {
      ...parts,
      'xl/sharedStrings.xml': utf16le(`\uFEFF${parts['xl/sharedStrings.xml']}`),
      'xl/styles.xml': `\uFEFF${parts['xl/styles.xml']}`,
      'xl/workbook.xml': utf16be(`\uFEFF${parts['xl/workbook.xml']}`),
    };
    expect(await cellsOf(buildZip(mixed))).toEqual(all);
  });

  test('with letters of several bytes at any place, however the part is cut while it is unpacked', async () => {
    const text = 'é ラ🍜'.repeat(4_000);
    const cells = Array.from({ length: 8 }, (_, n) => inline('x'.repeat(n) + text));
    const long = xlsxParts({ sheets: [`<sheetData><row>${cells.join('')}</row></sheetData>`] });
    for (const encode of [(xml: string) => xml, (xml: string) => utf16le(`\uFEFF${xml}`)]) {
      const read = await cellsOf(encodedAs(encode, long), roomy);
      expect(Object.values(read)).toEqual(cells.map((_, n) => 'x'.repeat(n) + text));
    }
  });
});

describe('parts are refused', () => {
  test.each<[string, Encode]>([
    ['in an encoding that nobody knows', (xml) => declared('klingon', xml)],
    ['in two encodings', (xml) => Buffer.concat([Buffer.from(xml.slice(0, 20)), Buffer.from(xml.slice(20), 'utf16le')])],
    ['with a declaration that is not at their beginning', (xml) => `\n${declared('UTF-8', xml)}`],
  ])('%s', async (_, encode) => {
    await expect(cellsOf(encodedAs(encode))).rejects.toMatchObject({ code: 'damaged_workbook' });
  });
});

test('bytes that are no letters are shown as such, and never hide a cell', async () => {
  const [before = '', after = ''] = String(parts['xl/worksheets/sheet1.xml']).split('Café ラーメン 🍜');
  for (const bytes of ['e9', 'c3', 'f09f8d', 'eda0', 'c0af', 'ff']) {
    const sheet = Buffer.concat([Buffer.from(`${before}Caf`), Buffer.from(bytes, 'hex'), Buffer.from(after)]);
    const { B1, ...rest } = await cellsOf(buildZip({ ...parts, 'xl/worksheets/sheet1.xml': sheet }));
    expect(String(B1)).toMatch(/^Caf\uFFFD+$/);
    expect(rest).toEqual({ A1: all.A1, C1: 1.5 });
  }
});
