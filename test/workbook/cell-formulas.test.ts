import { describe, expect, test } from 'vitest';
import { editPart, oneSheet, xlsxParts } from '../support/build-xlsx.ts';
import { buildZip } from '../support/build-zip.ts';
import { cellsOf } from '../support/cells-of.ts';

const row = (cells: string) => cellsOf(oneSheet(`<row>${cells}</row>`));

describe('a formula counts with the value that it last had', () => {
  test.each([
    ['a number', '<c><f>A9*2</f><v>85000</v></c>', 85_000],
    ['a zero', '<c><f>A9*0</f><v>0</v></c>', 0],
    ['a zero with decimals', '<c><f>A9*0</f><v>0.00</v></c>', 0],
    ['a text', '<c t="str"><f>A9</f><v>Ramen</v></c>', 'Ramen'],
    ['a text that looks like a number', '<c t="str"><f>TEXT(7,"000")</f><v>007</v></c>', '007'],
    ['a shared text', '<c t="s"><f>A9</f><v>0</v></c>', 'shared'],
    ['a boolean', '<c t="b"><f>A9=1</f><v>0</v></c>', 'boolean false'],
    ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', 'error #DIV/0!'],
    ['an ISO date', '<c t="d"><f>TODAY()</f><v>2026-11-24</v></c>', 'date 2026-11-24'],
    ['before its formula', '<c><v>5</v><f>A9</f></c>', 5],
    ['with a formula that is empty', '<c><f/><v>5</v></c>', 5],
    ['with a formula in CDATA', '<c><f><![CDATA[IF(A9<5,"<v>9</v>",1)]]></f><v>5</v></c>', 5],
    ['with a formula of references', '<c><f>A9&lt;5&amp;"&#65;"</f><v>5</v></c>', 5],
    ['of what is shared, where it is written', '<c><f t="shared" ref="A1:A9" si="0">B1*2</f><v>5</v></c>', 5],
    ['of what is shared, where it is named', '<c><f t="shared" si="0"/><v>5</v></c>', 5],
    ['of an array', '<c><f t="array" ref="A1:A9">B1:B9*2</f><v>5</v></c>', 5],
    ['of an array that spills', '<c cm="1"><f t="array" ref="A1:A9" aca="1" ca="1">SORT(B1:B9)</f><v>5</v></c>', 5],
    ['of a data table', '<c><f t="dataTable" ref="A1:A9" dt2D="1" dtr="1" r1="B1" r2="C1"/><v>5</v></c>', 5],
  ])('%s', async (_, cell, value) => {
    expect(await cellsOf(oneSheet(`<row>${cell}</row>`, { sharedStrings: '<si><t>shared</t></si>' }))).toEqual({ A1: value });
  });
});

describe('a formula that was never calculated is neither blank nor 0', () => {
  test.each([
    ['plain', '<c><f>A9</f></c>'],
    ['with an empty value', '<c><f>A9</f><v/></c>'],
    ['with a blank value', '<c><f>A9</f><v> </v></c>'],
    ['empty', '<c><f/></c>'],
    ['shared, where it is written', '<c><f t="shared" ref="A1:A9" si="0">B1*2</f></c>'],
    ['shared, where it is named', '<c><f t="shared" si="0"/></c>'],
    ['of an array', '<c><f t="array" ref="A1:A9">B1:B9*2</f></c>'],
    ['of a data table', '<c><f t="dataTable" ref="A1:A9" r1="B1"/></c>'],
    ['of booleans', '<c t="b"><f>A9=1</f></c>'],
    ['of errors', '<c t="e"><f>A9=1</f></c>'],
    ['of numbers by name', '<c t="n"><f>A9</f></c>'],
    ['of texts', '<c t="str"><f>A9</f></c>'],
  ])('%s', async (_, cell) => {
    expect(await row(cell)).toEqual({ A1: 'formula-empty ' });
  });
});

test('a formula whose text is empty is blank', async () => {
  expect(await row('<c t="str"><f>""</f><v></v></c><c t="str"><f>""</f><v/></c><c t="str"><f>" "</f><v> </v></c>')).toEqual({});
});

test('a value without a formula in a cell of formula texts is a text', async () => {
  expect(await row('<c t="str"><v>Ramen</v></c><c t="str"/><c t="str"><v/></c>')).toEqual({ A1: 'Ramen' });
});

describe('a 0 of a formula in a workbook that asks to be calculated', () => {
  const calculated = (calcPr: string) => {
    const parts = xlsxParts({
      sheets: [
        '<sheetData><row><c><f>B9</f><v>0</v></c><c><v>0</v></c><c><f>B9</f><v>-0.0</v></c><c t="str"><f>B9</f><v>0</v></c><c t="b"><f>B9</f><v>0</v></c></row></sheetData>',
      ],
    });
    return cellsOf(buildZip(editPart(parts, 'xl/workbook.xml', (xml) => xml.replace('</workbook>', `<calcPr ${calcPr}/></workbook>`))));
  };

  test.each(['fullCalcOnLoad="1"', 'fullCalcOnLoad="true"', 'calcId="191029" fullCalcOnLoad="1"'])(
    'by %s was never calculated',
    async (calcPr) => {
      expect(await calculated(calcPr)).toEqual({ A1: 'formula-empty ', B1: 0, C1: 'formula-empty ', D1: '0', E1: 'boolean false' });
    },
  );

  test.each(['fullCalcOnLoad="0"', 'fullCalcOnLoad="false"', 'calcOnSave="1"', 'forceFullCalc="1"', ''])(
    'but not by %s',
    async (calcPr) => {
      expect(await calculated(calcPr)).toMatchObject({ A1: 0, B1: 0, D1: '0' });
    },
  );
});
