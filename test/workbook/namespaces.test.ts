import { describe, expect, test } from 'vitest';
import { editPart, inline, oneSheet, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const words = {
  sheets: [`<sheetData><row r="1"><c r="A1" t="s" s="1"><v>0</v></c><c r="B1" s="1"><v>46350</v></c>${inline('there')}</row></sheetData>`],
  sharedStrings: '<si><r><t>Ra</t></r><r><t>men</t></r><rPh><t>x</t></rPh></si>',
  styles: '<numFmts><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>',
  workbookPr: 'date1904="0"',
};
const expected = { A1: 'Ramen', B1: 'date 2026-11-24', C1: 'there' };

/** Every element of a part gets this prefix; attributes keep theirs. */
const prefixed = (prefix: string) => (xml: string) =>
  xml.replaceAll(/<(\/?)(\w+)/g, `<$1${prefix}:$2`).replace(/ xmlns="/, ` xmlns:${prefix}="`);

describe('names with a prefix mean the same', () => {
  test.each(Object.keys(xlsxParts(words)))('in %s', async (part) => {
    expect(await cellsOf(buildZip(editPart(xlsxParts(words), part, prefixed('x'))))).toEqual(expected);
  });

  test('in all parts, each with its own, in strict OOXML', async () => {
    const parts = Object.entries(xlsxParts({ ...words, strict: true }));
    const edited = parts.map(([name, xml], position) => [name, prefixed(`ns_${position}.a-b`)(xml)] as const);
    expect(await cellsOf(buildZip(Object.fromEntries(edited)))).toEqual(expected);
  });

  test.each(['r', 'd3p1', 'rel'])('the relationship of a sheet may be %s:id', async (prefix) => {
    const edited = editPart(xlsxParts(words), 'xl/workbook.xml', (xml) =>
      xml.replace('r:id', `${prefix}:id`).replace('<sheet ', `<sheet xmlns:${prefix}="urn:any" id="rId9" `),
    );
    expect(await cellsOf(buildZip(edited))).toEqual(expected);
  });
});

describe('what other programs put beside the cells is not taken for cells', () => {
  const cell = '<c r="A1"><v>1</v></c>';

  test.each([
    [
      'attributes of the same name with a prefix',
      '<row x:r="9" r="1" x:hidden="1"><c x:r="Z9" r="A1" x:t="s" x:s="7"><v x:r="1">1</v></c></row>',
    ],
    [
      'attributes that nobody knows',
      '<row r="1" spans="1:9" ht="15" x14ac:dyDescent="0.25"><c r="A1" cm="1" vm="1" ph="1"><v>1</v></c></row>',
    ],
    ['elements that begin alike', '<rowBreaks/><row r="1"><cell r="B1"><v>2</v></cell><c r="A1"><value>7</value><v>1</v></c></row>'],
    ['text between the elements', `text <row r="1"> 5 ${cell} 6 </row> 7 `],
    ['text between the parts of a cell', '<row r="1"><c r="A1"> 5 <v>1</v> 6 </c></row>'],
    ['the extension of a cell', '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="{0}"><x14:note>9</x14:note></ext></extLst></c></row>'],
  ])('%s', async (_, rows) => {
    expect(await cellsOf(oneSheet(rows))).toEqual({ A1: 1 });
  });

  test.each([
    ['a value after the cells', '<extLst><ext uri="{0}"><x14:v>9</x14:v></ext></extLst>'],
    ['a cell after the cells', '<extLst><ext uri="{0}"><x14:c r="B2"><x14:v>9</x14:v></x14:c></ext></extLst>'],
    ['a row after the cells', '<extLst><ext uri="{0}"><x14:row r="2"><x14:c r="B2"><x14:v>9</x14:v></x14:c></x14:row></ext></extLst>'],
    ['rows of form controls', '<mc:AlternateContent><mc:Choice Requires="x14"><xdr:row>9</xdr:row></mc:Choice></mc:AlternateContent>'],
    ['formulas of drop-downs', '<dataValidations><dataValidation sqref="B2"><formula1>"9"</formula1></dataValidation></dataValidations>'],
    [
      'formulas of newer drop-downs',
      '<extLst><ext><x14:dataValidation><xm:f>9</xm:f><xm:sqref>B2</xm:sqref></x14:dataValidation></ext></extLst>',
    ],
    ['texts of headers and footers', '<headerFooter><oddHeader>&amp;C<t>9</t></oddHeader></headerFooter>'],
    [
      'hidden columns of a view',
      '<customSheetViews><customSheetView><colBreaks/><x:col min="1" max="9"/></customSheetView></customSheetViews>',
    ],
  ])('%s', async (_, after) => {
    expect(await cellsOf(oneSheet(`<row r="1">${cell}</row>`, { after }))).toEqual({ A1: 1 });
  });

  test.each([
    ['a value', '<c r="B2"><v>9</v></c><v>9</v>'],
    ['a row', '<x:row r="2"><x:c r="B2"><x:v>9</x:v></x:c></x:row>'],
  ])('%s before the cells', async (_, before) => {
    expect(await cellsOf(oneSheet(`<row r="1">${cell}</row>`, { before: `<sheetPr>${before}</sheetPr>` }))).toEqual({ A1: 1 });
  });

  test('the value in the extension of a cell', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v><extLst><ext uri="{0}"><x14:v>9</x14:v><x14:is><x14:t>9</x14:t></x14:is></ext></extLst></c></row>';
    expect(await cellsOf(oneSheet(rows))).toEqual({ A1: 1 });
  });

  test('the cells in the extension of a sheet', async () => {
    const after =
      '<extLst><ext uri="{0}"><x14:sheetData><x14:row r="2"><x14:c r="B2"><x14:v>9</x14:v></x14:c></x14:row></x14:sheetData></ext></extLst>';
    expect(await cellsOf(oneSheet(`<row r="1">${cell}</row>`, { after }))).toEqual({ A1: 1 });
  });

  test('the texts in the extension of a text', async () => {
    const sharedStrings = '<si><t>Ramen</t><extLst><ext uri="{0}"><x14:note>9</x14:note></ext></extLst></si>';
    expect(await cellsOf(oneSheet('<row><c t="s"><v>0</v></c></row>', { sharedStrings }))).toEqual({ A1: 'Ramen' });
  });
});

describe('what other programs put beside the styles is not taken for styles', () => {
  const styled = (styles: string) => cellsOf(oneSheet('<row r="1"><c r="A1" s="1"><v>46350</v></c></row>', { styles }));
  const date = '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy-mm-dd"/></numFmts>';

  test.each([
    [
      'styles of styles',
      `${date}<cellStyleXfs><xf numFmtId="1"/><xf numFmtId="2"/><xf numFmtId="2"/></cellStyleXfs><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`,
    ],
    [
      'formats of conditions',
      `${date}<cellXfs><xf/><xf numFmtId="164"/></cellXfs><dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></dxfs>`,
    ],
    [
      'newer formats of conditions',
      `${date}<cellXfs><xf/><xf numFmtId="164"/></cellXfs><extLst><ext uri="{0}"><x14:dxfs><dxf><numFmt numFmtId="164" formatCode="0.00"/></dxf></x14:dxfs></ext></extLst>`,
    ],
    [
      'alignment and protection',
      `${date}<cellXfs><xf/><xf numFmtId="164" applyNumberFormat="0"><alignment wrapText="1"/><protection locked="0"/></xf></cellXfs>`,
    ],
    ['attributes with a prefix', `${date}<cellXfs><xf/><xf x:numFmtId="2" numFmtId="164"/></cellXfs>`],
  ])('%s', async (_, styles) => {
    expect(await styled(styles)).toEqual({ A1: 'date 2026-11-24' });
  });
});
