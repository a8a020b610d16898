import { describe, expect, test } from 'vitest';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { editPart, inline, oneSheet, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

/** What is small when packed would be refused for that alone. */
const roomy = { ...defaultReadLimits, maxCompressionRatio: 1_000_000 };

const sheetOf = (xml: string) =>
  cellsOf(
    buildZip({ ...xlsxParts({ sheets: [''], styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>' }), 'xl/worksheets/sheet1.xml': xml }),
  );

describe('a tag means the same, however it is spelled', () => {
  test.each([
    ['with attributes in single quotes', `<row r='2'><c r='B2' t='n' s='1'><v>1</v></c></row>`],
    ['with quotes inside quotes', `<row r="2" x="it's" y='"so"'><c r="B2" s="1"><v>1</v></c></row>`],
    ['with blanks around the equal sign', '<row r = "2"><c r\n=\t"B2" s  =\r\n"1"><v>1</v></c></row>'],
    ['with blanks before its end', '<row r="2" ><c r="B2" s="1"\n><v >1</v ></c\n></row\t>'],
    ['on several lines', '<row\nr="2"\n><c\r\n\tr="B2"\r\n\ts="1"\r\n><v\n>1</v\n></c></row>'],
    ['with what closes a tag in an attribute', '<row r="2" x="a>b/>c"><c x="/c>" r="B2" s="1" y="-->"><v>1</v></c></row>'],
    ['with references in an attribute', '<row r="&#50;"><c r="&#x42;2" s="&#49;"><v>1</v></c></row>'],
    ['with attributes of nothing', '<row x="" r="2"><c y="" r="B2" s="1" z=""><v>1</v></c></row>'],
    ['with attributes in another order', '<row r="2"><c s="1" t="n" r="B2"><v>1</v></c></row>'],
    ['with attributes that begin alike', '<row rr="7" r="2" rx="8"><c tt="s" ss="0" rr="A1" r="B2" s="1"><v>1</v></c></row>'],
    ['with capitals, which mean other attributes', '<row R="7" r="2"><c R="A1" T="s" r="B2" s="1"><v>1</v></c></row>'],
    ['with letters of other languages', '<row r="2" größe="1"><c 名前="x" r="B2" s="1"><v é="1">1</v></c></row>'],
    ['empty in the short form', '<row r="1"/><row r="2"><c r="A2"/><c r="B2" s="1"><v>1</v></c><c r="C2"><v/></c></row><row r="3" />'],
    ['empty in the long form', '<row r="1"></row><row r="2"><c r="A2"></c><c r="B2" s="1"><v>1</v></c><c r="C2"><v></v></c></row>'],
    ['with comments between', '<!--a--><row r="2"><!-- <c r="A2"><v>9</v></c> --><c r="B2" s="1"><!--b--><v>1</v><!--c--></c></row>'],
    ['with comments of dashes', '<!-- - - --><row r="2"><!----><c r="B2" s="1"><v>1</v></c></row>'],
    ['with instructions between', '<?a?><row r="2"><?b <c r="A2"><v>9</v></c> ?><c r="B2" s="1"><?c d="?"?><v>1</v></c></row>'],
  ])('%s', async (_, rows) => {
    expect(await cellsOf(oneSheet(rows, { styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>' }))).toEqual({ B2: 'date 1900-01-01' });
  });
});

describe('a part means the same', () => {
  const rows = '<sheetData><row><c><v>1</v></c></row></sheetData>';
  test.each([
    ['with a declaration', `<?xml version="1.0"?><worksheet>${rows}</worksheet>`],
    ['with a declaration in single quotes', `<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\r\n<worksheet>${rows}</worksheet>`],
    [
      'with comments and instructions before',
      `<?xml version="1.0"?>\n<!-- a -->\n<?mso-application progid="Excel.Sheet"?>\n<worksheet>${rows}</worksheet>`,
    ],
    ['with comments and instructions after', `<worksheet>${rows}</worksheet>\n<!-- a -->\n<?b?>\n\n`],
    ['with blanks around', `\n  <worksheet>\n${rows}\n</worksheet>  \n`],
    ['with its elements on lines of their own', `<worksheet>${rows}</worksheet>`.replaceAll('><', '>\r\n\t<')],
    ['with an empty list of cells before', `<worksheet><sheetData/>${rows}</worksheet>`],
    [
      'with columns and views before',
      `<worksheet><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols><col min="1" max="3"/></cols>${rows}</worksheet>`,
    ],
    [
      'with hundreds of namespaces',
      `<worksheet ${Array.from({ length: 200 }, (_, n) => `xmlns:n${n}="urn:${n}"`).join(' ')}>${rows}</worksheet>`,
    ],
    ['with CDATA that nobody asks for', `<worksheet><![CDATA[<sheetData>]]>${rows}</worksheet>`],
    ['with deep extensions', `<worksheet>${rows}<extLst>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</extLst></worksheet>`],
  ])('%s', async (_, xml) => {
    expect(await sheetOf(xml)).toEqual({ A1: 1 });
  });

  test('with a text of any length', async () => {
    const text = 'Ramen &amp; '.repeat(3_000).slice(0, 30_000);
    expect(await cellsOf(oneSheet(`<row>${inline(text)}</row>`))).toEqual({ A1: text.replaceAll('&amp;', '&') });
  });

  test('with tags of any length', async () => {
    const blanks = ' '.repeat(70_000);
    const long = `<row r="2"${blanks}x="${'y'.repeat(70_000)}"><c${blanks}r="B2"><v>1</v${blanks}></c></row>`;
    expect(await cellsOf(oneSheet(long), roomy)).toEqual({ B2: 1 });
  });

  test('with comments and instructions of any length', async () => {
    const long = `<!--${' - <c>'.repeat(20_000)}--><row><?x ${'? > <v>'.repeat(20_000)}?><c><v>1</v></c></row>`;
    expect(await cellsOf(oneSheet(long), roomy)).toEqual({ A1: 1 });
  });
});

test('the other parts may be spelled in the same ways', async () => {
  const parts = {
    ...xlsxParts({ sheets: ['<sheetData><row><c t="s" s="1"><v>0</v></c><c s="1"><v>1</v></c></row></sheetData>'] }),
    'xl/workbook.xml': `<workbook xmlns:r='urn:r'\n><workbookPr date1904 = '1'></workbookPr ><sheets\n><sheet name = 'a > b'\r\n\tr:id\n=\n'rId1'\n></sheet ></sheets></workbook >`,
    'xl/sharedStrings.xml': '<sst\n><!-- <si/> --><si ><t\n>a</t ></si\n></sst\t>',
    'xl/styles.xml': `<styleSheet><numFmts ><numFmt formatCode='yyyy"&apos;"' numFmtId = '164'\n></numFmt></numFmts><cellXfs><xf\n/><xf numFmtId='164'></xf ></cellXfs></styleSheet>`,
  };
  const edited = editPart(parts, 'xl/_rels/workbook.xml.rels', (xml) => xml.replaceAll('/>', '></Relationship >').replaceAll('="', ' = "'));
  expect(await cellsOf(buildZip(edited))).toEqual({ A1: 'a', B1: 'date 1904-01-02' });
});
