import { describe, expect, test } from 'vitest';
import { buildXlsx, editPart, oneSheet, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const shared = (index: string) => `<row><c t="s"><v>${index}</v></c></row>`;
const three = '<si><t>zero</t></si><si><t>one</t></si><si><t>two</t></si>';
const lost = { A1: 'error #REF!' };

describe('a text that the file lost is an error, never blank', () => {
  test.each([
    ['where there is no part of texts', shared('0'), undefined],
    ['where the part holds none', shared('0'), ''],
    ['where its number is too high by one', shared('3'), three],
    ['where its number is beyond anything', shared('4294967295'), three],
    ['where its number is negative', shared('-1'), three],
    ['where its number is a fraction', shared('0.5'), three],
    ['where its number is a word', shared('zero'), three],
    ['where its number is a name that all objects have', shared('constructor'), three],
    ['where its number is the word length', shared('length'), three],
    ['where its number is NaN', shared('NaN'), three],
  ])('%s', async (_, rows, sharedStrings) => {
    expect(await cellsOf(oneSheet(rows, sharedStrings === undefined ? {} : { sharedStrings }))).toEqual(lost);
  });

  test('where the part of texts ends at once', async () => {
    const parts = { ...xlsxParts({ sheets: [`<sheetData>${shared('0')}</sheetData>`] }), 'xl/sharedStrings.xml': '<sst/>' };
    expect(await cellsOf(buildZip(parts))).toEqual(lost);
  });
});

describe('texts are counted', () => {
  test.each([
    ['with those that are empty', '<si/><si></si><si><t/></si><si><t>fourth</t></si>'],
    ['with those of several runs as one', '<si><r><t>a</t></r><r><t>b</t></r></si><si/><si/><si><t>fourth</t></si>'],
    [
      'whatever stands between them',
      '\n <!-- <si/> --> <si/>\n<?si ?><si/> text <si/><extLst><ext uri="x"/></extLst><si><t>fourth</t></si>',
    ],
    ['by their elements, not by what holds the same letters', '<si/><sis/><x:other/><si/><si/><si><t>fourth</t></si>'],
  ])('%s', async (_, sharedStrings) => {
    expect(await cellsOf(oneSheet(shared('3'), { sharedStrings }))).toEqual({ A1: 'fourth' });
  });

  test('by what is there, not by the counts that the part claims', async () => {
    for (const claimed of ['count="1" uniqueCount="1"', 'count="4294967295" uniqueCount="4294967295"', 'count="-1" uniqueCount="x"']) {
      const parts = xlsxParts({ sheets: [`<sheetData>${shared('2')}</sheetData>`], sharedStrings: three });
      const bytes = buildZip(editPart(parts, 'xl/sharedStrings.xml', (xml) => xml.replace('<sst', `<sst ${claimed}`)));
      expect(await cellsOf(bytes)).toEqual({ A1: 'two' });
    }
  });
});

test('a text that is empty leaves its cell blank', async () => {
  const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>';
  expect(await cellsOf(oneSheet(cells, { sharedStrings: '<si/><si><t></t></si><si><t> </t></si><si><t>there</t></si>' }))).toEqual({
    D1: 'there',
  });
});

test('a cell of texts without a number is blank', async () => {
  const cells = '<row><c t="s"/><c t="s"><v/></c><c t="s"><v></v></c><c t="s"><v> </v></c><c t="s"><v> 0\n</v></c></row>';
  expect(await cellsOf(oneSheet(cells, { sharedStrings: three }))).toEqual({ E1: 'zero' });
});

test('one text serves many cells and sheets', async () => {
  const cells = '<sheetData><row><c t="s"><v>2</v></c><c t="s"><v>2</v></c></row></sheetData>';
  expect(await cellsOf(buildXlsx({ sheets: [cells, cells], sharedStrings: three }))).toEqual({ A1: 'two', B1: 'two' });
});

test('a part of texts that is no XML at all is refused', async () => {
  const parts = { ...xlsxParts({ sheets: [`<sheetData>${shared('0')}</sheetData>`] }), 'xl/sharedStrings.xml': '' };
  await expect(cellsOf(buildZip(parts))).rejects.toMatchObject({ code: 'damaged_workbook' });
});
