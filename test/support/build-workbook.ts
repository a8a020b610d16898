import { columnLetter } from '../../functions/menu-import/workbook/column-letter.ts';
import type { Cell, Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import { cell } from './cell.ts';

type Value = Parameters<typeof cell>[0] | null;

interface SheetWords {
  rows: readonly (readonly Value[])[];
  hidden?: boolean;
  hiddenRows?: readonly number[];
  merges?: string[];
  /** Addresses of cells in bold. */
  bold?: readonly string[];
  /** Numbers of hidden columns. */
  hiddenColumns?: readonly number[];
}

/** A workbook as the reader would hand it on; `null` is a blank cell. */
export function buildWorkbook(sheets: Readonly<Record<string, readonly (readonly Value[])[] | SheetWords>>): Workbook {
  return {
    sheets: Object.entries(sheets).map(([name, given]) => {
      const words: SheetWords = 'rows' in given ? given : { rows: given };
      const rows = words.rows.map((values, position) => ({
        sheet: name,
        row: position + 1,
        hidden: words.hiddenRows?.includes(position + 1) ?? false,
        cells: values.flatMap((value, column) => (value === null ? [] : [placed(value, name, position + 1, column + 1, words)])),
      }));
      return {
        name,
        hidden: words.hidden ?? false,
        rows: rows.filter(({ cells }) => cells.length > 0),
        merges: words.merges ?? [],
        columnRanges: (words.hiddenColumns ?? []).map((column) => ({ first: column, last: column, hidden: true as const })),
      };
    }),
  };
}

function placed(value: Exclude<Value, null>, sheet: string, row: number, column: number, words: SheetWords): Cell {
  const address = `${columnLetter(column)}${row}`;
  const isHidden = words.hiddenRows?.includes(row) === true || words.hiddenColumns?.includes(column) === true;
  return {
    ...cell(value),
    sheet,
    row,
    column,
    ...(isHidden ? { hidden: true } : {}),
    ...(words.bold?.includes(address) === true ? { bold: true } : {}),
  };
}
