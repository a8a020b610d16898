import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { oneSheet } from '../support/build-xlsx.ts';
import { cellsOf } from '../support/cells-of.ts';

const A1 = async (cell: string) => (await cellsOf(oneSheet(`<row>${cell}</row>`)))['A1'];

describe('a number', () => {
  test.each([
    ['0', 0],
    ['7', 7],
    ['007', 7],
    ['-5', -5],
    ['+5', 5],
    ['5.', 5],
    ['.5', 0.5],
    ['-.5', -0.5],
    ['+.5', 0.5],
    ['0.1', 0.1],
    ['1E5', 100_000],
    ['1e5', 100_000],
    ['1E+05', 100_000],
    ['1E-2', 0.01],
    ['1.5E3', 1_500],
    ['.5e1', 5],
    ['5.e1', 50],
    ['0.30000000000000004', 0.300_000_000_000_000_04],
    ['0.10000000000000001', 0.1],
    ['1.1000000000000001', 1.1],
    ['9007199254740993', 9_007_199_254_740_992],
    ['12345678901234567', 12_345_678_901_234_568],
    ['123456789012345678901234567890', 1.234_567_890_123_456_8e29],
    ['0.000000000000000000000000000001', 1e-30],
    ['1.7976931348623157E+308', Number.MAX_VALUE],
    ['5E-324', Number.MIN_VALUE],
    ['1E-400', 0],
    ['1E5000000000', 'Infinity'],
    ['1e400', 'Infinity'],
    ['-1e400', '-Infinity'],
    [' 7', 7],
    ['7 ', 7],
    ['\n\t7\r\n', 7],
    ['&#55;&#x37;', 77],
    ['<![CDATA[7]]>', 7],
    ['7<!-- 8 -->9', 79],
    ['7<?x 8?>9', 79],
  ])('written %j is %s', async (written, value) => {
    expect(await A1(`<c><v>${written}</v></c>`)).toBe(value);
    expect(await A1(`<c t="n"><v>${written}</v></c>`)).toBe(value);
  });

  test.each(['-0', '-0.0', '0E5', '00'])('written %s is zero', async (written) => {
    expect(Math.abs(Number(await A1(`<c><v>${written}</v></c>`)))).toBe(0);
  });

  test.each([
    'NaN',
    'INF',
    '-INF',
    'Infinity',
    '1,5',
    '1,000',
    '1 000',
    '1 2',
    '1_000',
    '0x1F',
    '0b1',
    '1n',
    '1e',
    '1e+',
    'e5',
    '.',
    '-',
    '+',
    '-.',
    '--5',
    '+-5',
    '5-',
    '1.2.3',
    '1e5.5',
    '1e5e5',
    '5 %',
    '١٢',
    '\uFF11\uFF12',
    '½',
    'Rp 85.000',
    'market price',
    'true',
    'null',
    '__proto__',
  ])('that is none, %s, keeps what it says', async (written) => {
    expect(await A1(`<c><v>${written}</v></c>`)).toBe(written);
  });

  test('of any size comes through to the last bit, in whatever spelling', async () => {
    const spelled = fc
      .tuple(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 3 }))
      .map(
        ([value, spelling]) =>
          [String(value), value.toExponential(16).toUpperCase(), value.toPrecision(17), ` ${value.toExponential()}`][spelling] ?? '',
      );
    const priced = fc
      .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 6 }))
      .map(([value, places]) => (value / 10 ** places).toFixed(places));
    const digits = fc.stringMatching(/^[+-]?\d{1,25}(?:\.\d{0,25})?(?:[eE][+-]?\d{1,2})?$/);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(spelled, priced, digits), { minLength: 50, maxLength: 250 }), async (written) => {
        const { sheets } = await readWorkbook(oneSheet(`<row>${written.map((text) => `<c><v>${text}</v></c>`).join('')}</row>`));
        expect(sheets[0]?.rows[0]?.cells.map(({ value }) => Number(value) + 0)).toEqual(written.map((text) => Number(text) + 0));
      }),
      { seed: 20_261_124, numRuns: 40 },
    );
  });
});

describe('a boolean', () => {
  test.each([
    ['1', true],
    ['0', false],
    ['true', true],
    ['false', false],
    ['TRUE', true],
    ['False', false],
    [' 1 ', true],
    ['&#49;', true],
  ])('written %s is %s', async (written, value) => {
    expect(await A1(`<c t="b"><v>${written}</v></c>`)).toBe(`boolean ${value}`);
  });

  test('without a value is blank, not false', async () => {
    expect(await cellsOf(oneSheet('<row><c t="b"/><c t="b"><v/></c><c t="b"><v> </v></c></row>'))).toEqual({});
  });
});

describe('an error', () => {
  test.each([
    '#NULL!',
    '#DIV/0!',
    '#VALUE!',
    '#REF!',
    '#NAME?',
    '#NUM!',
    '#N/A',
    '#GETTING_DATA',
    '#SPILL!',
    '#CALC!',
    '#FIELD!',
    '#BLOCKED!',
    '#BUSY!',
    'Err:502',
  ])('%s is named', async (written) => {
    expect(await A1(`<c t="e"><v>${written}</v></c>`)).toBe(`error ${written}`);
  });

  test('without a name is blank', async () => {
    expect(await cellsOf(oneSheet('<row><c t="e"/><c t="e"><v/></c></row>'))).toEqual({});
  });
});

describe('a cell without a value is blank', () => {
  test.each([
    '<c/>',
    '<c></c>',
    '<c s="1"/>',
    '<c><v/></c>',
    '<c><v></v></c>',
    '<c><v>  </v></c>',
    '<c t="n"><v>\n</v></c>',
    '<c><v><!-- 5 --></v></c>',
    '<c><is/></c>',
  ])('%s', async (cell) => {
    expect(await cellsOf(oneSheet(`<row>${cell}<c><v>1</v></c></row>`))).toEqual({ B1: 1 });
  });
});
