import { describe, expect, test } from 'vitest';
import { read } from 'xlsx';
import { inflateParts } from '../../../bench/workbooks/inflate-parts.ts';
import { renderWorkbook } from '../../../functions/menu-import/report/workbook/render-workbook.ts';
import { readWorkbook } from '../../../functions/menu-import/workbook/read-workbook.ts';
import type { Workbook } from '../../../functions/menu-import/workbook/workbook.ts';
import { buildWorkbook } from '../../support/build-workbook.ts';
import { reportOn } from '../../support/report-on.ts';
import { sheetValues } from '../../support/sheet-values.ts';

/** What would be a formula, a link, markup or an escape, were it not a text. */
const hostile = [
  '=HYPERLINK("http://evil.test","Menu")',
  '=1+1',
  "+cmd|' /C calc'!A1",
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\n=1+1',
  '\r=1+1',
  'http://evil.test',
  'javascript:alert(1)',
  '<script>alert(1)</script>',
  ']]><f>1+1</f>',
  '<hyperlink ref="A1"/>',
  '_x0041_ and _x000D_',
  'tab\there, return\r\nthere, bell\u0007',
  ' spaces around ',
  '🍜 ラーメン',
];

const parts = async (source: Workbook) => {
  const bytes = await renderWorkbook(reportOn(source).report, source);
  return {
    bytes,
    parts: [...inflateParts(bytes)].map(({ path, content }) => ({ name: path, text: content.toString('utf8') })),
  };
};

const menu = buildWorkbook({
  Menu: [['Title', 'Description', 'Price'], ...hostile.map((text) => [text, text, 1_000])],
  '=1+1': [['x']],
});

describe('a workbook with a formula in every text', () => {
  test('has a report without formulas, links and anything from outside', async () => {
    const made = await parts(menu);
    const names = made.parts.map(({ name }) => name.replace(/^\//, ''));
    expect(
      names.filter(
        (name) => !/^(?:xl\/(?:worksheets|theme|drawings|_rels)\/|xl\/\w+\.xml$|docProps\/|_rels\/|\[Content_Types\])/.test(name),
      ),
    ).toEqual([]);
    const alive = /<f[\s>/]|<hyperlink|<oleObject|<externalReference|TargetMode|<definedName/;
    expect(made.parts.filter(({ text }) => alive.test(text)).map(({ name }) => name)).toEqual([]);
    // Addresses are those of namespaces and relations, and what the merchant wrote as text.
    const addresses = made.parts.flatMap(({ text }) => text.match(/https?:\/\/[^\s"<&]+/g) ?? []);
    expect(addresses.filter((address) => !/^https?:\/\/(?:schemas\.|purl\.org|www\.w3\.org|evil\.test)/.test(address))).toEqual([]);
  });

  test('has a report that reads the same to another reader, every text a text', async () => {
    const { bytes } = await parts(menu);
    const sheet = read(bytes, { cellFormula: true, cellNF: true }).Sheets['Menu'];
    hostile.forEach((text, position) => {
      const cell = sheet?.[`A${position + 2}`] as { t: string; v: string; f?: string; l?: unknown; z?: string };
      expect(cell).toMatchObject({ t: 's', v: text });
      expect(cell.f).toBeUndefined();
      expect(cell.l).toBeUndefined();
      // Editing such a cell makes no formula of it.
      expect(cell.z).toBe(/^[=+\-@\t\r\n]/.test(text) ? '@' : 'General');
    });
  });

  test('reads the same to the importer', async () => {
    const { bytes } = await parts(menu);
    const values = sheetValues(await readWorkbook(bytes));
    expect(hostile.map((_, position) => values['Menu']?.[`B${position + 2}`])).toEqual(hostile);
  });
});

describe('names of sheets', () => {
  test.each([
    ['a/b:c*d?[e]\\f', 'a_b_c_d__e__f'],
    ["'quoted'", '_quoted_'],
    ['x'.repeat(40), 'x'.repeat(31)],
    ['', 'Sheet'],
  ])('%j is %j', async (name, written) => {
    const source: Workbook = { sheets: [{ name, hidden: false, rows: [], merges: [], columnRanges: [] }] };
    const back = await readWorkbook(await renderWorkbook(reportOn(source).report, source));
    expect(back.sheets.map((sheet) => sheet.name)).toEqual(['klikit report', written]);
  });

  test('are given once, whatever their case', async () => {
    const sheet = { hidden: false, rows: [], merges: [], columnRanges: [] };
    const source: Workbook = { sheets: ['Menu', 'MENU', 'menu/', 'menu?'].map((name) => ({ ...sheet, name })) };
    const back = await readWorkbook(await renderWorkbook(reportOn(source).report, source));
    expect(back.sheets.map(({ name }) => name)).toEqual(['klikit report', 'Menu', 'MENU (2)', 'menu_', 'menu_ (2)']);
  });
});

describe('values that Excel has no other place for', () => {
  test('errors stay errors, and a formula that was never calculated says that nobody knows its value', async () => {
    const source = buildWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', { type: 'error', value: '#REF!' }],
        ['Udon', { type: 'error', value: '#SPILL!' }],
        ['Soba', { type: 'formula-empty', value: '' }],
      ],
    });
    const { bytes } = await parts(source);
    const values = (await readWorkbook(bytes)).sheets[1]?.rows.map(({ cells }) => cells[1]);
    expect(values?.map((cell) => `${cell?.type} ${cell?.value}`)).toEqual(['text Price', 'error #REF!', 'error #SPILL!', 'error #N/A']);
  });

  test('a text longer than a cell may hold is cut, and says so', async () => {
    const source = buildWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['x'.repeat(40_000), 1],
      ],
    });
    const { bytes } = await parts(source);
    const text = sheetValues(await readWorkbook(bytes))['Menu']?.['A2'];
    expect(String(text)).toMatch(/^x{32766}…$/);
  });
});
