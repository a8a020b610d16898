import { describe, expect, test } from 'vitest';
import { read } from '../../bench/readers/ours.ts';
import { describeMistake } from '../../bench/report/describe-mistake.ts';
import { expectedValues } from '../../bench/workbooks/expected-values.ts';
import { madeWorkbooks } from '../../bench/workbooks/made-workbooks.ts';
import { menuRows } from '../../bench/workbooks/menu-rows.ts';
import { writeWorkbook } from '../../bench/workbooks/write-workbook.ts';

const kinds = new Map(madeWorkbooks.map((made) => [`${made.shape.name}, ${made.strings} strings`, made]));

describe('the workbooks that readers are measured on', () => {
  test.each([...kinds])('%s: each cell is read as it was written', async (_name, { shape, strings }) => {
    const rows = menuRows(300);
    const seen: unknown[] = [];
    await read(writeWorkbook(rows, shape, strings), (value) => seen.push(value));
    expect(describeMistake(expectedValues(rows, shape), seen)).toBeUndefined();
  });

  test('are the same each time', () => {
    for (const { shape, strings } of kinds.values()) {
      expect(writeWorkbook(menuRows(50), shape, strings)).toEqual(writeWorkbook(menuRows(50), shape, strings));
    }
  });
});
