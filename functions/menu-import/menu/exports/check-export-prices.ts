import type { Finding, FindingParam } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import type { HeaderColumn } from '../header-columns.ts';
import { cellsIn, shownText, wordOf } from './export-cells.ts';

/** What is to be said of a cell of a row. */
export interface CellFinding {
  finding: Finding;
  cell: Cell;
}

/** "variable" in the place of a price, and stores that do not agree. `prices` are the numbers of the price columns. */
export function checkExportPrices(
  cells: readonly Cell[],
  prices: readonly number[],
  columns: readonly HeaderColumn[],
  params: NonNullable<Finding['params']>,
): CellFinding[] {
  const filled = cellsIn(cells, prices);
  const variable = filled.find((cell) => wordOf(cell) === 'variable');
  if (variable !== undefined) return [{ finding: { code: 'export_variable_price', params }, cell: variable }];
  const [first, ...others] = filled;
  // The first column is the one that is read; a store without a price of its own has the price of the others.
  if (first === undefined || (first.column === prices[0] && others.every((other) => amountOf(other) === amountOf(first)))) return [];
  const named = filled.map((cell): FindingParam => {
    const header = columns.find(({ column }) => column === cell.column)?.header ?? '';
    return { phrase: 'price_under_header', params: { price: shownText(cell), header } };
  });
  return [{ finding: { code: 'export_stores_differ', params: { ...params, prices: { list: named } } }, cell: first }];
}

/** 2 and "2.00" are the same price. */
function amountOf(cell: Cell): number | string {
  const amount = Number(wordOf(cell));
  return Number.isNaN(amount) ? wordOf(cell) : amount;
}
