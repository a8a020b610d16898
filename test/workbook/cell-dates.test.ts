import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { inline, oneSheet } from '../support/build-xlsx.ts';
import { cellsOf } from '../support/cells-of.ts';

const escape = (code: string) => code.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What a number is under a format, in the calendar that `workbookPr` names. */
async function shown(value: string, format: string, workbookPr = ''): Promise<unknown> {
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="${escape(format)}"/></numFmts><cellXfs><xf/><xf numFmtId="164"/></cellXfs>`;
  return (await cellsOf(oneSheet(`<row><c s="1"><v>${value}</v></c></row>`, { workbookPr, styles })))['A1'];
}

describe('the first days of the calendar of 1900', () => {
  test.each([
    ['1', '1900-01-01'],
    ['2', '1900-01-02'],
    ['31', '1900-01-31'],
    ['32', '1900-02-01'],
    ['59', '1900-02-28'],
    ['60', '1900-02-29'],
    ['60.5', '1900-02-29T12:00:00'],
    ['61', '1900-03-01'],
    ['366', '1900-12-31'],
    ['367', '1901-01-01'],
    ['0.5', '12:00:00'],
  ])('%s is %s', async (value, date) => {
    expect(await shown(value, 'yyyy-mm-dd')).toBe(`date ${date}`);
  });
});

describe('the calendar of 1904', () => {
  test.each([
    ['0', '1904-01-01'],
    ['1', '1904-01-02'],
    ['59', '1904-02-29'],
    ['60', '1904-03-01'],
    ['61', '1904-03-02'],
    ['44888.75', '2026-11-24T18:00:00'],
  ])('%s is %s', async (value, date) => {
    expect(await shown(value, 'yyyy-mm-dd', 'date1904="1"')).toBe(`date ${date}`);
  });

  test.each([
    ['date1904="1"', '2030-11-25'],
    ['date1904="true"', '2030-11-25'],
    ['date1904="0"', '2026-11-24'],
    ['date1904="false"', '2026-11-24'],
    ['date1904=""', '2026-11-24'],
    ['x:date1904="1"', '2026-11-24'],
    ['', '2026-11-24'],
  ])('counts where the workbook says %s', async (workbookPr, date) => {
    expect(await shown('46350', 'yyyy-mm-dd', workbookPr)).toBe(`date ${date}`);
  });
});

describe('46350.75 is a number, a date or a time by its format', () => {
  test.each([
    ['[Red]0'],
    ['[Red]0.00;[Blue]-0.00'],
    ['[Yellow]#,##0'],
    ['[Magenta]@'],
    ['[$Rp-421]#,##0'],
    ['[$-409]#,##0.00'],
    ['[>=100000]0,"ribu";0'],
    ['"d"0'],
    ['0"d"'],
    ['"days: "0'],
    ['0 "months and years"'],
    ['0\\d'],
    ['\\y0'],
    ['0_d'],
    ['*d0'],
    ['#,##0" hari"'],
    ['"Rp" #,##0'],
    ['0.00E+00'],
    ['# ?/?'],
    ['0;0;"dd/mm/yyyy"'],
    ['"yyyy'],
    ['General'],
    ['GENERAL'],
    ['@'],
    [''],
  ])('%s shows a number', async (format) => {
    expect(await shown('46350.75', format)).toBe(46_350.75);
  });

  test.each([
    ['dd/mm/yyyy', '2026-11-24T18:00:00'],
    ['[$-421]dd mmmm yyyy', '2026-11-24T18:00:00'],
    ['[Red]yyyy', '2026-11-24T18:00:00'],
    ['"Week of" d', '2026-11-24T18:00:00'],
    ['\\d d', '2026-11-24T18:00:00'],
    ['[$-F800]dddd, mmmm dd, yyyy', '2026-11-24T18:00:00'],
    ['yyyy"年"m"月"d"日";@', '2026-11-24T18:00:00'],
    ['h:mm', '2026-11-24T18:00:00'],
    ['[h]:mm', '1112418:00:00'],
    ['[ss]', '1112418:00:00'],
  ])('%s shows a date', async (format, date) => {
    expect(await shown('46350.75', format)).toBe(`date ${date}`);
  });

  test.each([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 31, 36, 45, 47, 50, 57, 58])(
    'format %i, which no workbook writes down',
    async (id) => {
      const styles = `<cellXfs><xf/><xf numFmtId="${id}"/></cellXfs>`;
      expect(await cellsOf(oneSheet('<row><c s="1"><v>46350.75</v></c></row>', { styles }))).toEqual({ A1: 'date 2026-11-24T18:00:00' });
    },
  );

  test.each([0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 38, 39, 40, 48, 49, 99, 163])('format %i is none of dates', async (id) => {
    const styles = `<cellXfs><xf/><xf numFmtId="${id}"/></cellXfs>`;
    expect(await cellsOf(oneSheet('<row><c s="1"><v>46350.75</v></c></row>', { styles }))).toEqual({ A1: 46_350.75 });
  });

  test('a format that the workbook writes down counts before the one of its number', async () => {
    const styles = '<numFmts><numFmt numFmtId="14" formatCode="0.0"/></numFmts><cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    expect(await cellsOf(oneSheet('<row><c s="1"><v>46350</v></c></row>', { styles }))).toEqual({ A1: 46_350 });
  });

  test.each(['2', '-1', 'x', '4294967296', '__proto__', 'length', '1.5', ''])(
    'the style %s, which is not there, is General',
    async (style) => {
      const bytes = oneSheet(`<row><c s="${style}"><v>46350</v></c></row>`, { styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>' });
      expect(await cellsOf(bytes)).toEqual({ A1: 46_350 });
    },
  );

  test('without styles everything is General', async () => {
    expect(await cellsOf(oneSheet('<row><c s="1"><v>46350</v></c></row>'))).toEqual({ A1: 46_350 });
  });
});

describe('what is no number stays what it is under the format of a date', () => {
  const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
  test.each([
    ['a text', '<c s="1" t="str"><v>46350</v></c>', '46350'],
    ['a shared text', '<c s="1" t="s"><v>0</v></c>', '24 Nov'],
    ['a boolean', '<c s="1" t="b"><v>1</v></c>', 'boolean true'],
    ['an error', '<c s="1" t="e"><v>#N/A</v></c>', 'error #N/A'],
    ['a negative number', '<c s="1"><v>-46350</v></c>', -46_350],
    ['a formula that was never calculated', '<c s="1"><f>TODAY()</f></c>', 'formula-empty '],
    ['what looks like a number', '<c s="1"><v>24.11.2026</v></c>', '24.11.2026'],
  ])('%s', async (_, cell, value) => {
    expect(await cellsOf(oneSheet(`<row>${cell}</row>`, { styles, sharedStrings: '<si><t>24 Nov</t></si>' }))).toEqual({ A1: value });
  });
});

describe('dates as ISO text', () => {
  test.each([
    ['2026-11-24', 'date 2026-11-24'],
    ['2026-11-24T00:00:00', 'date 2026-11-24'],
    ['2026-11-24T18:30:15', 'date 2026-11-24T18:30:15'],
    ['2026-11-24T18:30:15.123', 'date 2026-11-24T18:30:15'],
    ['2026-11-24T18:30:15Z', 'date 2026-11-24T18:30:15'],
    ['2026-11-24T18:30:15+07:00', 'date 2026-11-24T18:30:15'],
    ['18:30:15', 'date 18:30:15'],
    [' 2026-11-24 ', 'date 2026-11-24'],
    ['1900-02-28', 'date 1900-02-28'],
    ['24.11.2026', '24.11.2026'],
    ['2026-11-24 or so', '2026-11-24 or so'],
  ])('%s is %s', async (text, value) => {
    expect(await cellsOf(oneSheet(`<row><c t="d"><v>${text}</v></c></row>`))).toEqual({ A1: value });
  });

  test('need no format, and do not count days, from whatever year', async () => {
    const styles = '<cellXfs><xf numFmtId="1"/></cellXfs>';
    const bytes = oneSheet('<row><c t="d" s="0"><v>2026-11-24</v></c></row>', { styles, workbookPr: 'date1904="1"' });
    expect(await cellsOf(bytes)).toEqual({ A1: 'date 2026-11-24' });
  });

  test('that are empty are blank, and from a formula never calculated', async () => {
    expect(await cellsOf(oneSheet('<row><c t="d"/><c t="d"><v/></c><c t="d"><f>A9</f></c></row>'))).toEqual({ C1: 'formula-empty ' });
  });
});

test('a cell keeps the code of its format, where it is not General', async () => {
  const styles =
    '<numFmts><numFmt numFmtId="164" formatCode="&quot;Rp&quot;\\ #,##0;[Red]&lt;0&gt;"/></numFmts><cellXfs><xf/><xf numFmtId="164"/><xf numFmtId="22"/><xf numFmtId="49"/></cellXfs>';
  const { sheets } = await readWorkbook(
    oneSheet(`<row><c s="1"><v>1</v></c><c s="2"><v>1</v></c>${inline('x').replace('<c', '<c s="3"')}<c s="0"><v>1</v></c></row>`, {
      styles,
    }),
  );
  expect(sheets[0]?.rows[0]?.cells.map(({ numberFormat }) => numberFormat)).toEqual([
    '"Rp"\\ #,##0;[Red]<0>',
    'm/d/yyyy h:mm',
    '@',
    undefined,
  ]);
});
