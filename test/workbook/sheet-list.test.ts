import { describe, expect, test } from 'vitest';
import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { editPart, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';

const holding = (value: string) => `<sheetData><row><c><v>${value}</v></c></row></sheetData>`;
const three = xlsxParts({ sheets: [holding('1'), holding('2'), holding('3')] });
const relations = 'xl/_rels/workbook.xml.rels';

/** The sheets by name, with the one value that each has. */
async function sheetsOf(parts: Readonly<Record<string, string>>): Promise<unknown[]> {
  const { sheets } = await readWorkbook(buildZip(parts));
  return sheets.map(({ name, rows }) => [name, rows[0]?.cells[0]?.value]);
}

describe('sheets without cells are left out', () => {
  test.each([
    ['a chart sheet', '/chartsheet"'],
    ['a dialog', '/dialogsheet"'],
    ['a sheet of macros', '/xlMacrosheet"'],
    ['a sheet of macros in another language', '/xlIntlMacrosheet"'],
  ])('%s', async (_, type) => {
    const parts = editPart(three, relations, (xml) => xml.replace('/worksheet"', type));
    expect(await sheetsOf({ ...parts, 'xl/worksheets/sheet1.xml': '<chartsheet>&nothing;' })).toEqual([
      ['Sheet2', 2],
      ['Sheet3', 3],
    ]);
  });

  test('and of nothing but these there is an empty workbook', async () => {
    expect(await sheetsOf(editPart(three, relations, (xml) => xml.replaceAll('/worksheet"', '/chartsheet"')))).toEqual([]);
  });
});

describe('sheets', () => {
  test('come in the order of their tabs, not of their parts, their numbers or their relationships', async () => {
    const parts = editPart(three, 'xl/workbook.xml', (xml) =>
      xml.replace(
        /<sheets>.*<\/sheets>/,
        '<sheets><sheet name="Drinks" sheetId="7" r:id="rId3"/><sheet name="Menu" sheetId="900" r:id="rId1"/><sheet name="Old" sheetId="1" r:id="rId2"/></sheets>',
      ),
    );
    expect(await sheetsOf(parts)).toEqual([
      ['Drinks', 3],
      ['Menu', 1],
      ['Old', 2],
    ]);
  });

  test.each([
    ['with references', 'Food &amp; &#x1F35C; &quot;hot&quot;', 'Food & 🍜 "hot"'],
    ['with blanks around', '  Menu ', '  Menu '],
    ['with a line break, which an attribute shows as a space', 'Menu\nold\tone', 'Menu old one'],
    ['in other letters', 'メニュー', 'メニュー'],
    ['with what closes a tag', 'a > b', 'a > b'],
    ['that all objects have', '__proto__', '__proto__'],
    ['that is empty', '', ''],
  ])('have their names as the merchant wrote them: %s', async (_, written, name) => {
    const parts = editPart(three, 'xl/workbook.xml', (xml) => xml.replace('Sheet1', written));
    expect(await sheetsOf(parts)).toContainEqual([name, 1]);
  });

  test.each([
    ['visible', false],
    ['hidden', true],
    ['veryHidden', true],
    ['', false],
    ['gone', false],
  ])('in the state "%s" are hidden: %s', async (state, hidden) => {
    const parts = editPart(three, 'xl/workbook.xml', (xml) => xml.replace('name="Sheet1"', `name="Sheet1" state="${state}"`));
    expect((await readWorkbook(buildZip(parts))).sheets.map((sheet) => sheet.hidden)).toEqual([hidden, false, false]);
  });

  test('are none where the workbook lists none', async () => {
    expect(await sheetsOf(editPart(three, 'xl/workbook.xml', (xml) => xml.replace(/<sheets>.*<\/sheets>/, '<sheets/>')))).toEqual([]);
  });

  test.each(['<worksheet/>', '<worksheet><sheetData/></worksheet>', '<worksheet><sheetData></sheetData></worksheet>', '<other/>'])(
    'may be as empty as %s',
    async (sheet) => {
      const { sheets } = await readWorkbook(buildZip({ ...three, 'xl/worksheets/sheet2.xml': sheet }));
      expect(sheets.map(({ rows }) => rows.length)).toEqual([1, 0, 1]);
    },
  );
});

describe('hidden rows and columns', () => {
  const hiddenOf = async (sheet: string) => {
    const { sheets } = await readWorkbook(buildZip(xlsxParts({ sheets: [sheet] })));
    return sheets[0]?.rows.flatMap(({ cells }) => cells.filter(({ hidden }) => hidden).map(cellAddress));
  };
  const cells = '<c><v>1</v></c>'.repeat(4);

  test.each([
    ['by ranges', '<col min="2" max="3" hidden="1"/>', ['B1', 'C1']],
    ['in several of them', '<col min="1" max="1" hidden="true"/><col min="4" max="9" hidden="1"/>', ['A1', 'D1']],
    ['and those of no width but not hidden', '<col min="1" max="1" width="0"/><col min="2" max="2" hidden="0"/>', []],
    ['past the last', '<col min="4" max="2147483647" hidden="1"/>', ['D1']],
    ['from the last to the first', '<col min="3" max="1" hidden="1"/>', []],
    ['of no number', '<col min="x" max="y" hidden="1"/><col hidden="1"/>', []],
  ])('columns %s', async (_, cols, hidden) => {
    expect(await hiddenOf(`<cols>${cols}</cols><sheetData><row>${cells}</row></sheetData>`)).toEqual(hidden);
  });

  test('columns keep the widths that the file names', async () => {
    const cols =
      '<col min="1" max="1" width="28.5" customWidth="1"/><col min="2" max="99999999" width="9" hidden="1"/><col min="3" max="3" width="900"/>';
    const { sheets } = await readWorkbook(
      buildZip(xlsxParts({ sheets: [`<cols>${cols}</cols><sheetData><row>${cells}</row></sheetData>`] })),
    );
    expect(sheets[0]?.columnRanges).toEqual([
      { first: 1, last: 1, width: 28.5 },
      { first: 2, last: 16_384, width: 9, hidden: true },
      { first: 3, last: 3 },
    ]);
  });

  test.each([
    ['1', true],
    ['true', true],
    ['0', false],
    ['false', false],
    ['', false],
  ])('a row with hidden="%s" is hidden: %s', async (written, hidden) => {
    const { sheets } = await readWorkbook(
      buildZip(xlsxParts({ sheets: [`<sheetData><row hidden="${written}">${cells}</row><row>${cells}</row></sheetData>`] })),
    );
    expect(sheets[0]?.rows.map((row) => row.hidden)).toEqual([hidden, false]);
  });
});
