import type { Cell } from '../workbook/workbook.ts';
import type { HeaderRow } from './find-header-row.ts';
import type { HeaderColumn } from './header-columns.ts';
import { parseHeader } from './parse-header.ts';
import { identityText } from './values/identity.ts';

/** Whether a row says the same as the header, in the same words or in another language, as sheets do that were printed page by page. */
export function isRepeatedHeader(cells: readonly Cell[], header: HeaderRow): boolean {
  return header.lines.some((line) => isSameLine(cells, line)) || namesSameColumns(cells, header);
}

function isSameLine(cells: readonly Cell[], line: readonly Cell[]): boolean {
  if (cells.length === 0 || (cells.length < 2 && line.length > 1)) return false;
  return cells.every(({ column, value }) =>
    line.some((known) => known.column === column && identityText(String(known.value)) === identityText(String(value))),
  );
}

/** Most of its cells name what the header names there, the price among them: a dish may be called "Option", but costs no "Price". */
function namesSameColumns(cells: readonly Cell[], { columns }: HeaderRow): boolean {
  const namesSame = (cell: Cell | undefined, { meaning }: HeaderColumn) =>
    cell?.type === 'text' && meaning !== undefined && parseHeader(cell.value)?.field === meaning.field;
  const prices = columns.filter(({ meaning }) => meaning?.field === 'price');
  // Prices first: that is the end of it for nearly every row.
  const isPriced = prices.length === 0 || prices.some((price) => namesSame(cellIn(cells, price), price));
  if (!isPriced) return false;
  const same = columns.filter((column) => namesSame(cellIn(cells, column), column));
  return same.length >= 2 && same.length * 2 > cells.length;
}

function cellIn(cells: readonly Cell[], { column }: HeaderColumn): Cell | undefined {
  return cells.find((cell) => cell.column === column);
}
