import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { buildXlsx, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const sheet = (rows: string, after = '') => ({ sheets: [`<sheetData>${rows}</sheetData>${after}`] });
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

describe('a formula', () => {
  test('of text that was never calculated is no blank; one whose text is empty is', async () => {
    const rows =
      '<row><c t="str"><f>A9</f></c><c t="str"><f>A9</f><v></v></c><c t="s"><f>A9</f></c><c t="inlineStr"><f>A9</f><v>x</v></c></row>';
    expect(await cellsOf(buildXlsx(sheet(rows)))).toEqual({ A1: 'formula-empty ', C1: 'formula-empty ', D1: 'formula-empty ' });
  });

  test('over an array, or shared, that was never calculated is no blank', async () => {
    const rows = '<row><c><f t="array" ref="A1:A1">B1:B2*2</f></c><c><f t="shared" si="0"/><v/></c></row>';
    expect(await cellsOf(buildXlsx(sheet(rows)))).toEqual({ A1: 'formula-empty ', B1: 'formula-empty ' });
  });

  test('with a 0 that its writer never calculated is no price of 0', async () => {
    const parts = xlsxParts(sheet('<row><c><f>B9</f><v>0</v></c><c><v>0</v></c><c><f>B9</f><v>5</v></c></row>'));
    parts['xl/workbook.xml'] = String(parts['xl/workbook.xml']).replace('</workbook>', '<calcPr fullCalcOnLoad="1"/></workbook>');
    expect(await cellsOf(buildZip(parts))).toEqual({ A1: 'formula-empty ', B1: 0, C1: 5 });
  });
});

describe('a cell', () => {
  test('with an inline text is a text, whatever type it names', async () => {
    expect(await cellsOf(buildXlsx(sheet('<row><c><is><t>007</t></is></c></row>')))).toEqual({ A1: '007' });
  });

  test('of numbers with something else in it keeps what it says', async () => {
    expect(await cellsOf(buildXlsx(sheet('<row><c><v>0x10</v></c><c><v>12,5</v></c><c><v> 7 </v></c><c><v>1E999</v></c></row>')))).toEqual({
      A1: '0x10',
      B1: '12,5',
      C1: 7,
      D1: 'Infinity',
    });
  });

  test('below a merge has no value, as nobody can see it', async () => {
    const merges = '<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:D1048576"/><mergeCell ref="C9"/></mergeCells>';
    const rows =
      '<row r="1"><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c><c><v>4</v></c></row><row r="2"><c><v>5</v></c></row><row r="9"><c r="C9"><v>6</v></c><c><v>7</v></c></row>';
    const bytes = buildXlsx(sheet(rows, merges));
    expect(await cellsOf(bytes)).toEqual({ A1: 1, C1: 3, D1: 4, C9: 6 });
    expect((await readWorkbook(bytes)).sheets[0]?.rows.map(({ row }) => row)).toEqual([1, 9]);
  });

  test('names its row where the row does not', async () => {
    expect(await cellsOf(buildXlsx(sheet('<row><c r="B4"><v>1</v></c><c r="C4"><v>2</v></c></row><row><c><v>3</v></c></row>')))).toEqual({
      B4: 1,
      C4: 2,
      A5: 3,
    });
  });
});

describe('dates and times', () => {
  const shown = async (value: string, format: string, workbookPr = '') => {
    const styles = `<numFmts><numFmt numFmtId="164" formatCode="${format}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`;
    const { A1 } = await cellsOf(buildXlsx({ ...sheet(`<row><c s="1"><v>${value}</v></c></row>`), workbookPr, styles }));
    return A1;
  };

  test.each([
    ['0', 'h:mm', '', 'date 00:00:00'],
    ['0.5', 'h:mm', 'date1904="true"', 'date 12:00:00'],
    ['0.5', 'd/m/yy h:mm', 'date1904="true"', 'date 1904-01-01T12:00:00'],
    ['1.5', '[h]:mm', '', 'date 36:00:00'],
    ['0.010416666666666666', '[mm]:ss', '', 'date 00:15:00'],
    ['46350.99999999999', 'yyyy-mm-dd', '', 'date 2026-11-25'],
    ['2958465', 'yyyy-mm-dd', '', 'date 9999-12-31'],
    ['2958466', 'yyyy-mm-dd', '', 2_958_466],
    ['2957003', 'yyyy-mm-dd', 'date1904="1"', 'date 9999-12-31'],
    ['2957004', 'yyyy-mm-dd', 'date1904="1"', 2_957_004],
    ['-1', 'yyyy-mm-dd', '', -1],
  ])('%s as %s %s is %s', async (value, format, workbookPr, expected) => {
    expect(await shown(value, format, workbookPr)).toBe(expected);
  });

  test.each([
    ['2026-11-24', 'date 2026-11-24'],
    ['2026-11-24T09:30:00.000Z', 'date 2026-11-24T09:30:00'],
    ['2026-11-24T09:30', 'date 2026-11-24T09:30:00'],
    ['09:30:00', 'date 09:30:00'],
    ['tomorrow', 'tomorrow'],
  ])('the ISO text %s is %s', async (text, expected) => {
    expect(await cellsOf(buildXlsx(sheet(`<row><c t="d"><v>${text}</v></c></row>`)))).toEqual({ A1: expected });
  });

  test('do not follow the formats of conditions, which number theirs anew', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="0.0"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="yyyy"/></dxf></dxfs>';
    expect(await cellsOf(buildXlsx({ ...sheet('<row><c s="1"><v>85000</v></c></row>'), styles }))).toEqual({ A1: 85_000 });
  });
});

describe('a workbook', () => {
  test('with form controls keeps its rows apart from theirs', async () => {
    const controls =
      '<controls><control><controlPr><anchor><from><xdr:col>0</xdr:col><xdr:row>4</xdr:row></from></anchor></controlPr></control></controls>';
    expect(await cellsOf(buildXlsx(sheet('<row r="1048576"><c><v>1</v></c></row>', controls)))).toEqual({ A1048576: 1 });
  });

  test('whose relationships forget its strings finds them where they always are', async () => {
    const parts = xlsxParts({ ...sheet('<row><c t="s"><v>0</v></c></row>'), sharedStrings: '<si><t>found</t></si>' });
    const rels = String(parts['xl/_rels/workbook.xml.rels']).replace(/<Relationship Id="rIdStrings"[^>]*>/, '');
    expect(await cellsOf(buildZip({ ...parts, 'xl/_rels/workbook.xml.rels': rels }))).toEqual({ A1: 'found' });
  });

  test('in another folder, with escaped names, is read', async () => {
    const { 'xl/worksheets/sheet1.xml': part = '', ...parts } = xlsxParts(sheet(`<row>${inline('moved')}</row>`));
    const moved = Object.fromEntries(Object.entries(parts).map(([name, content]) => [name.replace(/^xl\//, 'menu/'), content]));
    moved['_rels/.rels'] = String(moved['_rels/.rels']).replace('xl/workbook.xml', '/menu/workbook.xml');
    moved['menu/_rels/workbook.xml.rels'] = String(moved['menu/_rels/workbook.xml.rels']).replace(
      'worksheets/sheet1.xml',
      '../menu/./sheet%201.xml',
    );
    expect(await cellsOf(buildZip({ ...moved, 'menu/sheet 1.xml': part }))).toEqual({ A1: 'moved' });
  });

  test('leaves out its chart sheets', async () => {
    const parts = xlsxParts({ sheets: ['<sheetData/>', `<sheetData><row>${inline('menu')}</row></sheetData>`] });
    parts['xl/_rels/workbook.xml.rels'] = String(parts['xl/_rels/workbook.xml.rels']).replace('/worksheet"', '/chartsheet"');
    expect((await readWorkbook(buildZip(parts))).sheets.map(({ name }) => name)).toEqual(['Sheet2']);
  });
});
