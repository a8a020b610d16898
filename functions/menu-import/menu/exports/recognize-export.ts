import type { Sheet } from '../../workbook/workbook.ts';
import type { Field } from '../column-table.ts';
import type { HeaderColumn } from '../header-columns.ts';
import { bareName } from '../parse-header.ts';
import { clover, cloverModifiers } from './clover.ts';
import { isUnder } from './columns-under.ts';
import type { ExportConvention } from './export-convention.ts';
import { type ExportRows, readExportRows } from './export-rows.ts';
import { loyverse } from './loyverse.ts';
import { shopify } from './shopify.ts';
import { square } from './square.ts';
import { toast, toastTemplate } from './toast.ts';
import { wooCommerce } from './woocommerce.ts';

const conventions = [square, loyverse, clover, cloverModifiers, shopify, wooCommerce, toast, toastTemplate];

/** A sheet that another system has written. */
export interface RecognizedExport extends ExportRows {
  /** The system. */
  name: string;
  /** The columns with what they mean in that system. */
  columns: HeaderColumn[];
  /** Columns that its convention names; of these, several may mean the same, as the prices of several stores do. */
  owns: (header: string) => boolean;
}

/** The system that has written a sheet; `undefined` where it is the merchant's own. `headerRow` is the last row of its header. */
export function recognizeExport(sheet: Sheet, header: { row: number; columns: readonly HeaderColumn[] }): RecognizedExport | undefined {
  const present = new Set(header.columns.map((column) => bareName(column.header)));
  const convention = conventions.find(({ knownBy }) => knownBy.some((headers) => headers.every((name) => present.has(bareName(name)))));
  if (convention === undefined) return undefined;
  const columns = header.columns.map((column) => ({ ...column, meaning: meaningIn(convention, column) }));
  const rows = sheet.rows.filter(({ row }) => row > header.row);
  const owned = Object.values(convention.fields).flat();
  return { name: convention.name, columns, owns: (text) => isUnder(text, owned), ...readExportRows(rows, columns, convention) };
}

function meaningIn(convention: ExportConvention, { header, meaning }: HeaderColumn): NonNullable<HeaderColumn['meaning']> {
  const [field] = Object.entries(convention.fields).find(([, headers]) => isUnder(header, headers)) ?? [];
  if (field !== undefined) return { field: field as Field };
  return isUnder(header, markingHeaders(convention)) ? { field: 'exportMark' } : (meaning ?? { field: 'unused' });
}

/** The headers that its rules read. */
function markingHeaders({ variations, details = [], notForSale = [], refused = [] }: ExportConvention) {
  return [...(variations?.names ?? []), ...details, ...[...notForSale, ...refused].flatMap(({ headers }) => headers)];
}
