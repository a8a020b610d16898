import type { Cell, Row } from '../../workbook/workbook.ts';
import { cellsIn, holdsThroughout, shownText, wordOf } from './export-cells.ts';
import type { ExportColumns } from './export-columns.ts';

/** The rows of one item. */
interface ItemRows {
  title: string;
  rows: number;
  /** Whether one of them names a size or a kind. */
  named: boolean;
  notForSale: boolean;
}

/** The item that the cells of a row belong to; `undefined` where they name none. */
export type ItemOf = (cells: readonly Cell[]) => ItemRows | undefined;

/** Which rows are sizes and kinds of one item: those with the same name or handle. `only` is what the system calls the only one. */
export function groupVariations(rows: readonly Row[], columns: ExportColumns, only: readonly string[]): ItemOf {
  const items = new Map<string, ItemRows>();
  for (const { cells } of rows) {
    const key = itemKey(cells, columns);
    if (key === undefined || cellsIn(cells, [...columns.title, ...columns.price, ...columns.variation]).length === 0) continue;
    const first = items.get(key);
    items.set(key, {
      title: first?.title ?? titleOf(cells, columns) ?? key,
      rows: (first?.rows ?? 0) + 1,
      named: first?.named === true || variationCells(cells, columns, only).length > 0,
      notForSale: first?.notForSale ?? isNotForSale(cells, columns),
    });
  }
  return (cells) => items.get(itemKey(cells, columns) ?? '');
}

/** The cells that name the size or kind of a row. */
export function variationCells(cells: readonly Cell[], { variation }: ExportColumns, only: readonly string[]): Cell[] {
  return cellsIn(cells, variation).filter((cell) => !only.includes(wordOf(cell)));
}

export function titleOf(cells: readonly Cell[], { title }: ExportColumns): string | undefined {
  return cellsIn(cells, title).map(shownText)[0];
}

export function isNotForSale(cells: readonly Cell[], { notForSale }: ExportColumns): boolean {
  return notForSale.some((rule) => holdsThroughout(cells, rule));
}

function itemKey(cells: readonly Cell[], { item }: ExportColumns): string | undefined {
  return cellsIn(cells, item).map(wordOf)[0];
}
