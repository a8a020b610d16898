import { describe, expect, test } from 'vitest';
import { buildXlsx, inline, oneSheet } from '../support/build-xlsx.ts';
import { outcomeOf, printOutcomes, valuesOrRefused } from '../support/outcome-of.ts';

printOutcomes('Hostile workbooks');

/** What is small when packed would be refused for that alone. */
const roomy = { maxCompressionRatio: 1_000_000 };
const one = '<row r="1"><c r="A1"><v>1</v></c></row>';
const right = { Sheet1: { A1: 1 } };

describe('what takes a sheet without end to show is nothing to read', () => {
  const times = (count: number, element: string) => element.repeat(count);
  test.each<[string, Parameters<typeof oneSheet>[1]]>([
    [
      'a drop-down over a whole column',
      {
        after:
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:A1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      },
    ],
    [
      'a drop-down over the whole sheet',
      {
        after:
          '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576 B2:XFD1048576"><formula1>"a,b"</formula1></dataValidation></dataValidations>',
      },
    ],
    [
      '100,000 drop-downs over whole columns',
      {
        after: `<dataValidations>${times(100_000, '<dataValidation type="list" sqref="A1:C1048576"><formula1>$A:$A</formula1></dataValidation>')}</dataValidations>`,
      },
    ],
    [
      'a drop-down over 10,000 places',
      { after: `<dataValidations><dataValidation type="list" sqref="${times(10_000, 'A1 ')}"/></dataValidations>` },
    ],
    ['a merge over the whole sheet', { after: '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>' }],
    ['merges over all columns', { after: `<mergeCells>${times(10_000, '<mergeCell ref="A1:XFD1"/>')}</mergeCells>` }],
    [
      'merges of no sense',
      {
        after:
          '<mergeCells><mergeCell/><mergeCell ref=""/><mergeCell ref="A1:"/><mergeCell ref="ZZZZ1:A0"/><mergeCell ref="A1:B2:C3"/><mergeCell ref="#REF!"/></mergeCells>',
      },
    ],
    [
      'columns without end',
      { before: '<cols><col min="1" max="2147483647" style="1" width="9"/><col min="4294967296" max="99999999999999999999"/></cols>' },
    ],
    ['100,000 columns without end', { before: `<cols>${times(100_000, '<col min="2" max="2147483647" hidden="1"/>')}</cols>` }],
    [
      '100,000 conditional formats',
      {
        after: times(100_000, '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" dxfId="9"/></conditionalFormatting>'),
      },
    ],
    ['100,000 links', { after: `<hyperlinks>${times(100_000, '<hyperlink ref="A1:XFD1048576" r:id="rId1"/>')}</hyperlinks>` }],
    ['100,000 styles', { styles: `<cellXfs>${times(100_000, '<xf numFmtId="2"/>')}</cellXfs>` }],
    [
      '100,000 number formats',
      { styles: `<numFmts>${times(100_000, '<numFmt numFmtId="164" formatCode="yyyy"/>')}</numFmts><cellXfs><xf/></cellXfs>` },
    ],
    ['a million texts that are empty', { sharedStrings: times(1_000_000, '<si/>') }],
    ['a million texts that nobody shows', { sharedStrings: times(1_000_000, '<si><t>Ramen</t></si>') }],
    ['a text of 30,000 runs', { sharedStrings: `<si>${times(30_000, '<r><rPr><b/></rPr><t>a</t></r>')}</si>` }],
  ])('%s', async (_, words) => {
    expect(await valuesOrRefused(oneSheet(one, words), roomy)).toEqual(right);
  });
});

describe('what is empty is nothing to count', () => {
  test.each<[string, string]>([
    ['a million rows', '<row/>'.repeat(1_000_000)],
    ['a million styled rows', Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 2}" s="1" customFormat="1" ht="15"/>`).join('')],
    ['a million styled cells', `<row r="2">${'<c s="1"/>'.repeat(1_000_000)}</row>`],
    [
      'a million styled cells in their places',
      Array.from(
        { length: 62_500 },
        (_, n) => `<row r="${n + 2}">${Array.from('ABCDEFGHIJKLMNOP', (column) => `<c r="${column}${n + 2}" s="1"/>`).join('')}</row>`,
      ).join(''),
    ],
    ['a million cells of empty texts', `<row r="2">${'<c t="s"><v>0</v></c>'.repeat(1_000_000)}</row>`],
    ['a million rows that are one', '<row r="2"/>'.repeat(1_000_000)],
    ['a million values that are one', `<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(1_000_000)}</row>`],
    ['the last cell of a sheet', '<row r="1048576"><c r="XFD1048576" s="1"/></row>'],
  ])('%s', async (_, rows) => {
    expect(await valuesOrRefused(oneSheet(one + rows, { sharedStrings: '<si/>', styles: '<cellXfs><xf/><xf/></cellXfs>' }), roomy)).toEqual(
      right,
    );
  });
});

describe('a limit is named', () => {
  test.each<[string, string, string]>([
    ['a value in the last cell of a sheet', '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', 'limit_columns'],
    ['a value past the last column', '<row r="1"><c r="XFE1"><v>1</v></c></row>', 'limit_columns'],
    ['a value in the last column of three letters', '<row r="1"><c r="ZZZ1"><v>1</v></c></row>', 'limit_columns'],
    ['a million values in a row', `<row>${'<c><v>1</v></c>'.repeat(1_000_000)}</row>`, 'limit_columns'],
    ['a million rows with a value', '<row><c><v>1</v></c></row>'.repeat(1_000_000), 'limit_rows'],
    [
      '20,001 rows from the last to the first',
      Array.from({ length: 20_001 }, (_, n) => `<row r="${30_000 - n}"><c><v>1</v></c></row>`).join(''),
      'limit_rows',
    ],
    ['a text of a million letters', `<row>${inline('a'.repeat(1_000_000))}</row>`, 'limit_cell_characters'],
    ['a text of a million references', `<row>${inline('&amp;'.repeat(1_000_000))}</row>`, 'limit_cell_characters'],
    [
      'a text of a million runs',
      `<row><c t="inlineStr"><is>${'<r><t>a</t></r>'.repeat(1_000_000)}</is></c></row>`,
      'limit_cell_characters',
    ],
    ['a number of a million digits', `<row><c><v>${'x'.repeat(1_000_000)}</v></c></row>`, 'limit_cell_characters'],
  ])('for %s', async (_, rows, limit) => {
    expect(await outcomeOf(oneSheet(rows), roomy)).toMatchObject({ code: 'limit_exceeded', details: { limit: { phrase: limit } } });
  });

  test('for 990 sheets of 21 rows', async () => {
    const rows = `<sheetData>${'<row><c><v>1</v></c></row>'.repeat(21)}</sheetData>`;
    const outcome = await outcomeOf(buildXlsx({ sheets: Array.from({ length: 990 }, () => rows) }), roomy);
    expect(outcome).toMatchObject({ code: 'limit_exceeded', details: { limit: { phrase: 'limit_rows' } } });
  });
});

test('the last row of a sheet is a row like others', async () => {
  expect(await valuesOrRefused(oneSheet('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'))).toEqual({ Sheet1: { A1048576: 1 } });
});

describe('what would take the reader forever takes it no longer than others', () => {
  const format = (code: string, styles = 1) => ({
    styles: `<numFmts><numFmt numFmtId="164" formatCode="${code}"/></numFmts><cellXfs><xf/>${'<xf numFmtId="164"/>'.repeat(styles)}</cellXfs>`,
  });
  const merges = (count: number, ref: string) => ({ after: `<mergeCells>${`<mergeCell ref="${ref}"/>`.repeat(count)}</mergeCells>` });

  test.each<[string, Parameters<typeof oneSheet>[1]]>([
    ['200,000 merges below all cells', merges(200_000, 'A1000000:A1048576')],
    ['200,000 merges over all rows, right of all cells', merges(200_000, 'C1:XFD1048576')],
    ['a merge of 80,000 colons', merges(1, 'A1:'.repeat(80_000))],
    ['a number format of 200,000 brackets', format('['.repeat(200_000))],
    ['a number format of 30,001 quotes', format('&quot;'.repeat(30_001))],
    ['a number format of 100,000 hours', format('[h'.repeat(100_000))],
    ['one long number format for 300,000 styles', format('[h&quot;'.repeat(500), 300_000)],
  ])('%s', async (_, words) => {
    const addresses = Array.from({ length: 19_000 }, (__, n) => `A${n + 1}`);
    const rows = addresses.map((address, n) => `<row r="${n + 1}"><c r="${address}"><v>1</v></c></row>`).join('');
    const whole = { Sheet1: Object.fromEntries(addresses.map((address) => [address, 1])) };
    expect([whole, 'refused']).toContainEqual(await valuesOrRefused(oneSheet(rows, words), roomy));
  });
});
