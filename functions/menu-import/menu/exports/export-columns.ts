import type { HeaderColumn } from '../header-columns.ts';
import { columnsUnder } from './columns-under.ts';
import type { PlacedRule } from './export-cells.ts';
import type { CellRule, ExportConvention } from './export-convention.ts';

/** The numbers of the columns that the rules of a convention read. */
export interface ExportColumns {
  title: readonly number[];
  price: readonly number[];
  /** What rows of one item have in common. */
  item: readonly number[];
  /** Names of sizes and kinds. */
  variation: readonly number[];
  detail: readonly number[];
  notForSale: readonly PlacedRule[];
  refused: readonly PlacedRule<NonNullable<ExportConvention['refused']>[number]>[];
}

export function exportColumns(columns: readonly HeaderColumn[], convention: ExportConvention): ExportColumns {
  const { variations, details = [], notForSale = [], refused = [] } = convention;
  const placed = <Rule extends CellRule>(rule: Rule): PlacedRule<Rule> => ({ ...rule, columns: columnsUnder(columns, rule.headers) });
  return {
    title: meaning('title', columns),
    price: meaning('price', columns),
    item: columnsUnder(columns, variations?.item ?? []),
    variation: columnsUnder(columns, variations?.names ?? []),
    detail: columnsUnder(columns, details),
    notForSale: notForSale.map(placed),
    refused: refused.map(placed),
  };
}

/** A price for another provider or in another currency has been added by the merchant. */
function meaning(field: 'title' | 'price', columns: readonly HeaderColumn[]): number[] {
  const plain = columns.filter((column) => column.meaning?.provider === undefined && column.meaning?.currency === undefined);
  return plain.filter((column) => column.meaning?.field === field).map(({ column }) => column);
}
