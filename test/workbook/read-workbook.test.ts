import { describe, expect, test } from 'vitest';
import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { buildXlsx, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const sheet = (rows: string) => ({ sheets: [`<sheetData>${rows}</sheetData>`] });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('texts', () => {
  test('are shared, inline or the result of a formula', async () => {
    const bytes = buildXlsx({
      ...sheet(
        '<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="inlineStr"><is><t>inline</t></is></c><c r="C1" t="str"><f>A1</f><v>result</v></c></row>',
      ),
      sharedStrings: '<si><t>zero</t></si><si><t>one</t></si>',
    });
    expect(await cellsOf(bytes)).toEqual({ A1: 'one', B1: 'inline', C1: 'result' });
  });

  test('that are rich are joined, and phonetic hints are left out', async () => {
    const bytes = buildXlsx({
      ...sheet('<row><c t="s"><v>0</v></c><c t="inlineStr"><is><r><t>a</t></r><rPh><t>x</t></rPh><r><t>b</t></r></is></c></row>'),
      sharedStrings: '<si><r><rPr><b/></rPr><t>ra</t></r><r><t xml:space="preserve"> men</t></r><rPh sb="0" eb="1"><t>ラー</t></rPh></si>',
    });
    expect(await cellsOf(bytes)).toEqual({ A1: 'ra men', B1: 'ab' });
  });

  test('have their escapes, references and CDATA resolved', async () => {
    expect(
      await cellsOf(
        buildXlsx(
          sheet(`<row>${inline('a_x000D_b')}${inline('_x005F_x000D_')}${inline('&lt;&#x1F35C;&amp;')}${inline('<![CDATA[1 < 2]]>')}</row>`),
        ),
      ),
    ).toEqual({
      A1: 'a\rb',
      B1: '_x000D_',
      C1: '<🍜&',
      D1: '1 < 2',
    });
  });

  test('of nothing but spaces are blank', async () => {
    expect(await cellsOf(buildXlsx(sheet(`<row>${inline('  ')}${inline('x')}</row>`)))).toEqual({ B1: 'x' });
  });

  test('that the file lost are errors, never blank', async () => {
    expect(await cellsOf(buildXlsx({ ...sheet('<row><c t="s"><v>7</v></c></row>'), sharedStrings: '<si><t>a</t></si>' }))).toEqual({
      A1: 'error #REF!',
    });
  });
});

describe('numbers, booleans and errors', () => {
  test('keep their type', async () => {
    expect(
      await cellsOf(
        buildXlsx(sheet('<row><c><v>1.5E3</v></c><c t="b"><v>1</v></c><c t="e"><v>#DIV/0!</v></c><c t="n"><v>-0.25</v></c></row>')),
      ),
    ).toEqual({
      A1: 1_500,
      B1: 'boolean true',
      C1: 'error #DIV/0!',
      D1: -0.25,
    });
  });

  test('from a formula count with the value that it last had', async () => {
    const rows =
      '<row><c><f>1+1</f><v>2</v></c><c><f>A1*0</f><v>0</v></c><c><f t="shared" si="0"/><v>3</v></c><c t="str"><f>""</f><v></v></c></row>';
    expect(await cellsOf(buildXlsx(sheet(rows)))).toEqual({ A1: 2, B1: 0, C1: 3 });
  });

  test('from a formula that was never calculated are neither blank nor 0', async () => {
    expect(await cellsOf(buildXlsx(sheet('<row><c><f>1+1</f></c><c><f>A1</f><v></v></c></row>')))).toEqual({
      A1: 'formula-empty ',
      B1: 'formula-empty ',
    });
  });

  test('keep their number format, so that 0.11 can mean 11 percent and 7 can mean 007', async () => {
    const bytes = buildXlsx({
      ...sheet('<row><c s="1"><v>0.11</v></c><c s="2"><v>7</v></c><c s="0"><v>5</v></c></row>'),
      styles:
        '<numFmts><numFmt numFmtId="164" formatCode="000"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs>',
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets[0]?.rows[0]?.cells.map(({ numberFormat }) => numberFormat)).toEqual(['0%', '000', undefined]);
  });
});

describe('dates', () => {
  const dated = (value: string, format: string, workbookPr = '') =>
    cellsOf(
      buildXlsx({
        ...sheet(`<row><c s="1"><v>${value}</v></c></row>`),
        workbookPr,
        styles: `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs>`,
      }),
    ).then(({ A1 }) => A1);

  test.each([
    ['46350', 'yyyy-mm-dd', 'date 2026-11-24'],
    ['46350.5', 'd/m/yy h:mm', 'date 2026-11-24T12:00:00'],
    ['0.75', 'h:mm', 'date 18:00:00'],
    ['1', 'd mmm yyyy', 'date 1900-01-01'],
    ['59', 'd mmm yyyy', 'date 1900-02-28'],
    ['60', 'd mmm yyyy', 'date 1900-02-29'],
    ['61', 'd mmm yyyy', 'date 1900-03-01'],
    ['46350', '[$-409]d mmm yyyy;@', 'date 2026-11-24'],
  ])('%s in the format %s is %s', async (value, format, expected) => {
    expect(await dated(value, format)).toBe(expected);
  });

  test.each(['[Red]0', '&quot;d&quot;0', '0\\d', '0.00_);[Red](0.00)', '#,##0 [$Rp-421]', 'General'])(
    'are not seen in the format %s',
    async (format) => {
      expect(await dated('46350', format)).toBe(46_350);
    },
  );

  test('count from 1904 where the workbook says so', async () => {
    expect(await dated('44888', 'yyyy-mm-dd', 'date1904="1"')).toBe('date 2026-11-24');
  });

  test('may be written as ISO texts', async () => {
    expect(await cellsOf(buildXlsx(sheet('<row><c t="d"><v>2026-11-24T00:00:00</v></c></row>')))).toEqual({ A1: 'date 2026-11-24' });
  });
});

describe('places', () => {
  test('follow from the order where the file does not name them', async () => {
    expect(
      await cellsOf(
        buildXlsx(
          sheet(
            '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
          ),
        ),
      ),
    ).toEqual({
      A1: 1,
      B1: 2,
      C5: 3,
      D5: 4,
      A6: 5,
    });
  });

  test('are put in order, and of two cells in one place the last counts', async () => {
    const { sheets } = await readWorkbook(
      buildXlsx(
        sheet('<row r="9"><c r="B9"><v>2</v></c><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>0</v></c><c r="A2"><v>7</v></c></row>'),
      ),
    );
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, cells.map((cell) => `${cellAddress(cell)}=${cell.value}`)])).toEqual([
      [2, ['A2=7']],
      [9, ['A9=1', 'B9=2']],
    ]);
  });

  test('of hidden rows, columns and sheets are known', async () => {
    const bytes = buildXlsx({
      sheets: [
        '<cols><col min="2" max="2" hidden="1"/></cols><sheetData><row r="1"><c><v>1</v></c><c><v>2</v></c></row><row r="2" hidden="1"><c><v>3</v></c></row></sheetData>',
        '<sheetData/>',
        '<sheetData/>',
      ],
      sheetAttributes: ['', 'state="hidden"', 'state="veryHidden"'],
    });
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ hidden }) => hidden)).toEqual([false, true, true]);
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(sheets[0]?.rows.flatMap(({ cells }) => cells.map((cell) => `${cellAddress(cell)} ${cell.hidden === true}`))).toEqual([
      'A1 false',
      'B1 true',
      'A2 true',
    ]);
  });

  test('of merges are known', async () => {
    const { sheets } = await readWorkbook(
      buildXlsx({ sheets: ['<sheetData><row><c><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:D1"/></mergeCells>'] }),
    );
    expect(sheets[0]?.merges).toEqual(['A1:D1']);
  });
});

describe('files of other writers', () => {
  test('with prefixed names are read', async () => {
    const parts = xlsxParts(sheet(''));
    parts['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>prefixed</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(await cellsOf(buildZip(parts))).toEqual({ A1: 'prefixed' });
  });

  test('in strict OOXML are read', async () => {
    expect(await cellsOf(buildXlsx({ ...sheet(`<row>${inline('strict')}</row>`), strict: true }))).toEqual({ A1: 'strict' });
  });

  test('with absolute paths, backslashes and other cases are read', async () => {
    const {
      'xl/worksheets/sheet1.xml': part = '',
      'xl/_rels/workbook.xml.rels': rels = '',
      ...rest
    } = xlsxParts(sheet(`<row>${inline('found')}</row>`));
    const parts = {
      ...rest,
      'xl/_rels/workbook.xml.rels': rels.replace('worksheets/sheet1.xml', '/xl/Worksheets/Sheet1.xml'),
      'xl\\worksheets\\sheet1.xml': part,
    };
    expect(await cellsOf(buildZip(parts))).toEqual({ A1: 'found' });
  });

  test('in UTF-16 are read', async () => {
    const parts: Record<string, string | Uint8Array> = xlsxParts(sheet(`<row>${inline('ラーメン')}</row>`));
    parts['xl/worksheets/sheet1.xml'] = Buffer.from(`\uFEFF${String(parts['xl/worksheets/sheet1.xml'])}`, 'utf16le');
    expect(await cellsOf(buildZip(parts))).toEqual({ A1: 'ラーメン' });
  });

  test('with stored parts are read', async () => {
    const parts = xlsxParts(sheet(`<row>${inline('stored')}</row>`));
    expect(await cellsOf(buildZip(parts, { 'xl/worksheets/sheet1.xml': { stored: true } }))).toEqual({ A1: 'stored' });
  });
});
