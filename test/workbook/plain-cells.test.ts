import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { formatCode, formatKind } from '../../functions/menu-import/workbook/number-format.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { buildXlsx } from '../support/build-xlsx.ts';
import { cellsBySaxes, sharedStringsBySaxes } from '../support/saxes-reader/read-cells.ts';

/** The cells and strings of real workbooks, as Excel, LibreOffice and openpyxl write them. */
const cells = [
  '<c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>45000</v></c><c r="C1" s="2"><v>46225.25</v></c><c r="D1" t="b"><v>1</v></c>',
  '<c r="E1" s="0" t="n"><v>0.070000000000000007</v></c><c r="F1" t="inlineStr"><is><t>caf&#233; &amp; 面</t></is></c><c r="G1" s="1"/>',
  '<c r="H1"><f>B1*2</f><v>-12.50</v></c><c r="I1"><f t="shared" ref="I1:I9" si="0">A1&amp;"x"</f><v>7</v></c><c r="J1"><f t="shared" si="0"/><v>8</v></c>',
  '<c r="K1" s="1" t="n"></c><c r="L1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c><c r="M1" t="s"><v>1</v></c>',
].join('');
const strings = '<si><t>zero</t></si><si><t xml:space="preserve"> one &lt; two </t></si><si><r><t>rich</t></r></si>';
/** Nothing near the end of a part is plain, so that this stands behind what is. */
const padding = `<!-- ${'x'.repeat(300)} -->`;
const formatIds = [0, 2, 14];
const styles = `<cellXfs>${formatIds.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`;
const formats = formatIds.map((id) => ({ kind: formatKind(formatCode(id, new Map())) }));

/** A slip may name any column. */
const limits = { ...defaultReadLimits, maxColumns: 16_384 };

const sheetOf = (inside: string) => `<sheetData><row r="1">${inside}</row></sheetData>${padding}`;

async function ours(inside: string, shared: string): Promise<Record<string, string> | 'refused'> {
  try {
    const { sheets } = await readWorkbook(buildXlsx({ sheets: [sheetOf(inside)], sharedStrings: shared + padding, styles }), limits);
    const found = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    return Object.fromEntries(found.map(({ row, column, type, value }) => [`${row},${column}`, `${type} ${value}`]));
  } catch (error) {
    if (error instanceof WorkbookRefused) return 'refused';
    throw error;
  }
}

function theirs(inside: string, shared: string): Record<string, string> | 'refused' {
  try {
    const texts = sharedStringsBySaxes(`<sst>${shared}</sst>`);
    const context = { date1904: false, uncalculated: false, sharedString: (position: number) => texts[position] };
    const found = cellsBySaxes(`<worksheet>${sheetOf(inside)}</worksheet>`, formats, context);
    return Object.fromEntries([...found].map(([place, { type, value }]) => [place, `${type} ${value}`]));
  } catch {
    return 'refused';
  }
}

const slip = fc.record({
  at: fc.nat(),
  length: fc.integer({ min: 0, max: 3 }),
  insert: fc.constantFrom(
    '',
    ...Array.from('<>/"\'&;=_:#- .0159AZarstv\t\n\u0007é面Ａ'),
    '&',
    '&#',
    '&amp;',
    ' r="A1"',
    ' t="s"',
    '<f/>',
    '</c>',
    ']]>',
    '_x0041_',
    '<!---->',
  ),
});
type Slip = typeof slip extends fc.Arbitrary<infer T> ? T : never;

function spoil(text: string, slips: readonly Slip[]): string {
  return slips.reduce((spoilt, { at, length, insert }) => {
    const start = at % (spoilt.length + 1);
    return spoilt.slice(0, start) + insert + spoilt.slice(start + length);
  }, text);
}

describe('cells and strings as programs write them', () => {
  test('are what a plain reader on saxes finds', async () => {
    const found = await ours(cells, strings);
    expect(found).toEqual(theirs(cells, strings));
    expect(Object.keys(found)).toHaveLength(11);
  });

  test('are so with slips of the pen anywhere in them, or refused where they are no XML any more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(slip, { minLength: 1, maxLength: 2 }), fc.boolean(), async (slips, inStrings) => {
        const [inside, shared] = inStrings ? [cells, spoil(strings, slips)] : [spoil(cells, slips), strings];
        expect([inside, shared, await ours(inside, shared)]).toEqual([inside, shared, theirs(inside, shared)]);
      }),
      { numRuns: 6_000, seed: 20_261_125 },
    );
  });
});
