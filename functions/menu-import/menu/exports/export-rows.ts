import type { Row } from '../../workbook/workbook.ts';
import type { HeaderColumn } from '../header-columns.ts';
import type { SkippedBecause } from '../menu.ts';
import { type CellFinding, checkExportPrices } from './check-export-prices.ts';
import { cellsIn, cellsMatching, shownText } from './export-cells.ts';
import { exportColumns } from './export-columns.ts';
import type { ExportConvention } from './export-convention.ts';
import { groupVariations, isNotForSale, titleOf, variationCells } from './group-variations.ts';

/** The rows of an export, judged one by one. */
export interface ExportRows {
  /** Why a row is no row of the menu, though it looks like one. */
  skipReason: (row: Row) => SkippedBecause | undefined;
  /** What of a row klikit has no place for. */
  findings: (row: Row) => CellFinding[];
}

/** Judges the rows of an export by its convention. All rows are looked at first, because sizes of one item stand in rows of their own. */
export function readExportRows(rows: readonly Row[], header: readonly HeaderColumn[], convention: ExportConvention): ExportRows {
  const columns = exportColumns(header, convention);
  const only = convention.variations?.only ?? [];
  const itemOf = groupVariations(rows, columns, only);
  return {
    skipReason: ({ cells }) => {
      const hasTitle = titleOf(cells, columns) !== undefined;
      // A further size has no word of its own on that: it follows its item.
      if (isNotForSale(cells, columns) || (!hasTitle && itemOf(cells)?.notForSale === true)) return 'not_for_sale';
      const isPriced = cellsIn(cells, columns.price).length > 0;
      return !hasTitle && !isPriced && cellsIn(cells, columns.detail).length > 0 ? 'export_detail' : undefined;
    },
    findings: ({ cells }) => {
      const item = itemOf(cells);
      const names = variationCells(cells, columns, only);
      const named = names.length > 0 ? names : cellsIn(cells, columns.variation);
      const params = {
        system: convention.name,
        item: item?.title ?? titleOf(cells, columns) ?? '',
        variation: { list: named.map(shownText) },
      };
      const refused = columns.refused.flatMap((rule) =>
        cellsMatching(cells, rule).map((cell) => ({ finding: { code: rule.code, params }, cell })),
      );
      const cell = named[0] ?? cellsIn(cells, columns.item)[0];
      const isVariation = item?.named === true && cell !== undefined;
      const code = item?.rows === 1 ? ('export_variation_name' as const) : ('export_variation' as const);
      return [
        ...refused,
        ...checkExportPrices(cells, columns.price, header, params),
        ...(isVariation ? [{ finding: { code, params }, cell }] : []),
      ];
    },
  };
}
