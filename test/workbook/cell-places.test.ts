import { describe, expect, test } from 'vitest';
import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { inline, oneSheet } from '../support/build-xlsx.ts';
import { cellsOf } from '../support/cells-of.ts';

const one = '<c><v>1</v></c>';

describe('a place that the file does not name', () => {
  test.each([
    ['is counted over cells without a value', `<row r="3"><c/><c s="1"></c>${one}</row>`, 'C3'],
    ['is counted over rows without a cell', `<row/><row></row><row>${one}</row>`, 'A3'],
    ['follows the row before it, wherever that is', `<row r="9"/><row r="2"/><row>${one}</row>`, 'A3'],
    ['follows the cell before it, wherever that is', `<row r="1"><c r="E1"/><c r="B1"/>${one}</row>`, 'C1'],
    ['starts anew in each row', `<row r="1"><c r="E1"/></row><row r="2">${one}</row>`, 'A2'],
    ['is in the row that the cells before it name', `<row><c r="D7"/>${one}</row>`, 'E7'],
  ])('%s', async (_, rows, address) => {
    expect(await cellsOf(oneSheet(rows))).toEqual({ [address]: 1 });
  });
});

describe('a reference', () => {
  test.each([
    ['in small letters', 'c4', 'C4'],
    ['fixed with dollars', '$C$4', 'C4'],
    ['with zeros before its row', 'C0004', 'C4'],
    ['of the last column that is allowed', 'IV4', 'IV4'],
    ['of two letters', 'AZ4', 'AZ4'],
    ['to a column only', 'C', 'C4'],
    ['that is empty', '', 'A4'],
  ])('%s is understood', async (_, written, address) => {
    expect(await cellsOf(oneSheet(`<row r="4"><c r="${written}"><v>1</v></c></row>`))).toEqual({ [address]: 1 });
  });

  test('in every column is put where it belongs', async () => {
    const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    const columns = [...letters, ...letters.map((letter) => `B${letter}`), ...letters.map((letter) => `H${letter}`)];
    const cells = await cellsOf(oneSheet(`<row r="1">${columns.map((column) => `<c r="${column}1"><v>1</v></c>`).join('')}</row>`));
    expect(Object.keys(cells)).toEqual(columns.map((column) => `${column}1`));
  });

  test('counts for its column only where its row says another row', async () => {
    expect(await cellsOf(oneSheet(`<row r="2"><c r="B7"><v>1</v></c></row>`))).toEqual({ B2: 1 });
  });
});

describe('rows and cells in any order', () => {
  test('are sorted, and a row that comes twice is one row', async () => {
    const rows = [
      '<row r="3"><c r="B3"><v>32</v></c></row>',
      '<row r="1"><c r="C1"><v>13</v></c><c r="A1"><v>11</v></c></row>',
      '<row r="3"><c r="A3"><v>31</v></c></row>',
      '<row r="2"><c r="A2"><v>21</v></c></row>',
    ];
    const { sheets } = await readWorkbook(oneSheet(rows.join('')));
    expect(sheets[0]?.rows.map(({ row, cells }) => [row, cells.map(({ value }) => value)])).toEqual([
      [1, [11, 13]],
      [2, [21]],
      [3, [31, 32]],
    ]);
  });

  test('from the last to the first are all there', async () => {
    const numbers = Array.from({ length: 2_000 }, (_, position) => 2_000 - position);
    const rows = numbers.map((row) => `<row r="${row}"><c r="B${row}"><v>${row}</v></c><c r="A${row}"><v>-${row}</v></c></row>`);
    const { sheets } = await readWorkbook(oneSheet(rows.join('')));
    const read = sheets[0]?.rows.map(({ row, cells }) => [row, ...cells.map((cell) => `${cellAddress(cell)} ${cell.value}`)]);
    expect(read).toEqual(numbers.toSorted((a, b) => a - b).map((row) => [row, `A${row} -${row}`, `B${row} ${row}`]));
  });

  test('are overwritten by what comes later in the same place, but not by nothing', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="1"><c r="A1"><v>7</v></c><c r="B1"/></row>`;
    expect(await cellsOf(oneSheet(rows))).toEqual({ A1: 7, B1: 2 });
  });

  test('change their type with what comes later', async () => {
    const rows = `<row r="1"><c r="A1"><v>1</v></c>${inline('second')}<c r="A1" t="b"><v>1</v></c><c r="B1"><v>2</v></c></row>`;
    expect(await cellsOf(oneSheet(rows))).toEqual({ A1: 'boolean true', B1: 2 });
  });
});

describe('the dimension that a sheet claims', () => {
  test.each(['A1', 'A1:B2', 'C9:ZZ99', 'A1:XFD1048576', 'XFD1048576:A1', 'nowhere', ''])('%s changes nothing', async (claimed) => {
    const { sheets } = await readWorkbook(oneSheet('<row r="5"><c r="D5"><v>1</v></c></row>', { before: `<dimension ref="${claimed}"/>` }));
    expect(sheets[0]?.rows.flatMap(({ cells }) => cells.map(cellAddress))).toEqual(['D5']);
  });
});

describe('a place that no sheet has is refused', () => {
  test.each([
    ['row 0', '<row r="0"><c><v>1</v></c></row>'],
    ['a negative row', '<row r="-1"><c><v>1</v></c></row>'],
    ['half a row', '<row r="1.5"><c><v>1</v></c></row>'],
    ['the row after the last', '<row r="1048577"><c><v>1</v></c></row>'],
    ['a row beyond 32 bits', '<row r="4294967297"><c><v>1</v></c></row>'],
    ['a row beyond 53 bits', '<row r="99999999999999999999"><c><v>1</v></c></row>'],
    ['a row of letters', '<row r="first"><c><v>1</v></c></row>'],
    ['a row of nothing', '<row r=""><c><v>1</v></c></row>'],
    ['a row that follows the last', '<row r="1048576"/><row><c><v>1</v></c></row>'],
    ['a cell in row 0', '<row><c r="A0"><v>1</v></c></row>'],
    ['a cell in the row after the last', '<row><c r="A1048577"><v>1</v></c></row>'],
    ['a cell in a row beyond 32 bits', '<row><c r="A4294967297"><v>1</v></c></row>'],
    ['a cell in a column of four letters', '<row r="1"><c r="ZZZZ1"><v>1</v></c></row>'],
    ['a cell in a column of 50,000 letters', `<row r="1"><c r="${'Z'.repeat(50_000)}1"><v>1</v></c></row>`],
  ])('%s', async (_, rows) => {
    await expect(cellsOf(oneSheet(rows))).rejects.toMatchObject({ code: expect.stringMatching(/^(?:damaged_workbook|limit_exceeded)$/) });
  });
});

test('every cell knows its sheet, its row, its column and its address', async () => {
  const { sheets } = await readWorkbook(oneSheet('<row r="7"><c r="AB7"><v>1</v></c></row>'));
  expect(sheets[0]?.rows[0]?.cells[0]).toMatchObject({ sheet: 'Sheet1', row: 7, column: 28 });
});

test('a row number is not reused for the rows that are blank', async () => {
  const { sheets } = await readWorkbook(
    oneSheet(`<row r="2">${one}</row><row r="3"><c s="1"/></row><row r="4">${inline('  ')}</row><row r="6">${one}</row>`),
  );
  expect(sheets[0]?.rows.map(({ row }) => row)).toEqual([2, 6]);
});
