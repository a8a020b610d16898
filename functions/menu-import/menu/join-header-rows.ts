import type { Cell } from '../workbook/workbook.ts';
import { countKnown, countMeanings, type HeaderColumn, headerColumns, meaningKey, notSent } from './header-columns.ts';
import { holdsData } from './holds-data.ts';
import { type CellAbove, type HeaderPart, type JoinedColumn, joinHeaderCells } from './join-header-cells.ts';
import type { MergedRanges } from './merged-ranges.ts';

/**
 * Two rows as one header: `Price` over `IDR` and `USD`, `English` over `Title` and `Description`, or headers of which each row
 * names a part. `undefined` where one of the rows says as much alone, or where the lower one may be a dish.
 */
export function joinHeaderRows(upper: readonly Cell[], lower: readonly Cell[], merges: MergedRanges): HeaderColumn[] | undefined {
  const joined = lower.map((cell) => joinHeaderCells(cell, cellAbove(cell, upper, merges)));
  const below = joined.filter((column) => column !== undefined);
  if (below.length < joined.length || mayBeDish(lower, below)) return undefined;
  const covered = new Set(lower.map(({ column }) => column));
  const alone = headerColumns(upper.filter(({ column }) => !covered.has(column)));
  const columns = [...alone, ...tellApart(below)].toSorted((a, b) => a.column - b.column);
  return isWorthIt(columns, below, headerColumns(upper), headerColumns(lower)) ? columns : undefined;
}

function cellAbove({ column }: Cell, upper: readonly Cell[], merges: MergedRanges): CellAbove | undefined {
  const range = merges.acrossColumns(upper[0]?.row ?? 0, column);
  const cell = upper.findLast((candidate) => candidate.column <= (range?.left ?? column));
  if (cell?.type !== 'text') return undefined;
  if (range !== undefined) return cell.column === range.left ? { text: cell.value, reach: 'merged' } : undefined;
  return { text: cell.value, reach: cell.column === column ? 'column' : 'left' };
}

/** Dishes happen to be called like columns, and like languages. */
function mayBeDish(lower: readonly Cell[], below: readonly JoinedColumn[]): boolean {
  const parts = new Set(below.map(({ part }) => part));
  if (lower.some((cell, position) => holdsData(cell) && !isTag(below[position]?.part))) return true;
  if (parts.has('unknown') && countKnown(headerColumns(lower)) < 2) return true;
  const titled = below.some(({ meaning, above }) => meaning?.field === 'title' && above?.reach === 'column');
  if (parts.has('number_tag') && titled) return true;
  // Whoever writes the headers twice writes the one of the price twice; no price is called "Price".
  return parts.has('repeated') && !below.some(({ meaning, part }) => part === 'unknown_price' || meaning?.field === 'price');
}

function isTag(part: HeaderPart | undefined): boolean {
  return part === 'tag' || part === 'number_tag';
}

/** The same header twice, below different labels, is two columns: then a label that nobody knows makes its column unknown. */
function tellApart(below: readonly JoinedColumn[]): HeaderColumn[] {
  const keyOf = ({ meaning }: JoinedColumn) => (meaning === undefined || notSent.has(meaning.field) ? undefined : meaningKey(meaning));
  const labels = Map.groupBy(below, keyOf);
  return below.map((column) => {
    const { column: number, row, header, hidden, meaning, label } = column;
    const plain = { column: number, row, ...(hidden === undefined ? {} : { hidden }) };
    const rivals = keyOf(column) === undefined ? [] : (labels.get(keyOf(column)) ?? []);
    const isAmbiguous = label !== undefined && rivals.some((rival) => rival.label !== label);
    if (isAmbiguous) return { ...plain, header: `${header} (${label})` };
    return { ...plain, header, ...(meaning === undefined ? {} : { meaning }) };
  });
}

function isWorthIt(
  columns: readonly HeaderColumn[],
  below: readonly JoinedColumn[],
  upper: readonly HeaderColumn[],
  lower: readonly HeaderColumn[],
): boolean {
  const meanings = countMeanings(columns);
  const has = (part: HeaderPart) => below.some((column) => column.part === part);
  // Headers in two languages are one header, also where the second row knows all that the first does.
  const enough = has('repeated') ? countMeanings(lower) : countMeanings(lower) + 1;
  if (meanings > countMeanings(upper) && meanings >= enough) return true;
  if (has('header') || has('repeated')) return countKnown(below) > countMeanings(below) && countKnown(columns) === meanings;
  if (has('unknown')) return false;
  // Units below their headers. A word below a title alone may be a heading, such as "Japanese".
  const prices = below.filter(({ part, above }) => part === 'unknown_price' || (isTag(part) && above?.reach === 'merged'));
  const isText = ({ meaning }: HeaderColumn) => meaning?.field === 'title' || meaning?.field === 'description';
  return prices.length >= 2 || below.some((column) => column.part === 'tag' && !isText(column));
}
