import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCode, formatKind } from '../../functions/menu-import/workbook/number-format.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { buildXlsx } from '../support/build-xlsx.ts';
import { cellsBySaxes } from '../support/saxes-reader/read-cells.ts';

const strings = ['zero', '', ' ', 'three & more', 'four'];
const sharedStrings = strings.map((text) => `<si><t>${text.replace('&', '&amp;')}</t></si>`).join('');
const formatIds = [0, 2, 14, 21, 46];
const styles = `<cellXfs>${formatIds.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
const formats = formatIds.map((id) => ({ kind: formatKind(formatCode(id, new Map())) }));

const text = fc.constantFrom(
  '1',
  '0',
  '007',
  '12.50',
  '-3',
  '1e3',
  '.5',
  '45000',
  '3',
  '9',
  ' 2 ',
  '',
  ' ',
  'x_x000D_y',
  'é 面',
  'a&amp;b',
  '<![CDATA[<4>]]>',
  '1<!-- -->2',
  '2026-11-25',
  '#N/A',
  'true',
  '\r\n',
);
const run = fc.oneof(
  text.map((value) => `<t>${value}</t>`),
  text.map((value) => `<r><rPr><b/></rPr><t xml:space="preserve">${value}</t></r>`),
  text.map((value) => `<rPh sb="0" eb="1"><t>${value}</t></rPh>`),
  fc.constant('<phoneticPr fontId="1"/>'),
);
const inside = fc.oneof(
  { weight: 5, arbitrary: text.map((value) => `<v>${value}</v>`) },
  fc.constantFrom(
    '<v/>',
    '<f>A1+1</f>',
    '<f t="shared" si="0"/>',
    '<extLst><ext><x14:v>9</x14:v><x14:is><t>8</t></x14:is></ext></extLst>',
    'stray',
  ),
  fc.array(run, { maxLength: 3 }).map((runs) => `<is>${runs.join('')}</is>`),
);
const attribute = (name: string, ...values: string[]) =>
  fc.option(fc.constantFrom(...values)).map((value) => (value === null ? '' : ` ${name}="${value}"`));
const cell = fc
  .tuple(
    attribute('r', 'A1', 'B1', 'C2', 'B7', 'AA3', '$D$4', 'c5', 'E', ''),
    attribute('s', '0', '1', '2', '3', '4', '99', ' 1'),
    attribute('t', 's', 'n', 'str', 'inlineStr', 'b', 'e', 'd', 'odd', ''),
    fc.array(inside, { maxLength: 3 }),
  )
  .map(([r, s, t, parts]) => `<c${s}${r}${t}>${parts.join('')}</c>`);
const row = fc
  .tuple(attribute('r', '1', '2', '3', '7'), fc.array(cell, { maxLength: 4 }))
  .map(([r, cells]) => `<row${r}>${cells.join('')}</row>`);
const merge = fc.constantFrom('A1:B2', 'B1:C9', 'A3:AA3', 'D4', 'nowhere').map((range) => `<mergeCell ref="${range}"/>`);
const sheet = fc
  .tuple(fc.array(row, { maxLength: 5 }), fc.array(merge, { maxLength: 2 }))
  .map(
    ([rows, merges]) => `<sheetData>${rows.join('')}</sheetData><mergeCells>${merges.join('')}</mergeCells><x><c r="A1"><v>8</v></c></x>`,
  );

describe('a sheet of whatever elements in whatever order', () => {
  test('has the cells that a plain reader on saxes finds', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.boolean(), fc.boolean(), async (xml, date1904, uncalculated) => {
        const ours = await cellsOf(xml, date1904, uncalculated);
        const context = { date1904, uncalculated, sharedString: (position: number) => strings[position] };
        const theirs = cellsBySaxes(`<worksheet>${xml}</worksheet>`, formats, context);
        expect(ours).toEqual(Object.fromEntries([...theirs].map(([place, { type, value }]) => [place, `${type} ${value}`])));
      }),
      { numRuns: 3_000, seed: 20_261_125 },
    );
  });
});

async function cellsOf(xml: string, date1904: boolean, uncalculated: boolean): Promise<Record<string, string>> {
  const bytes = buildXlsx({
    sheets: [xml],
    sharedStrings,
    styles,
    workbookPr: date1904 ? 'date1904="1"' : '',
    ...(uncalculated ? { afterSheets: '<calcPr fullCalcOnLoad="1"/>' } : {}),
  });
  const { sheets } = await readWorkbook(bytes);
  const cells = sheets.flatMap(({ rows }) => rows.flatMap((filled) => filled.cells));
  return Object.fromEntries(cells.map(({ row: y, column, type, value }) => [`${y},${column}`, `${type} ${value}`]));
}
