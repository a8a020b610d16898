import { columnTable, type Field } from '../../../functions/menu-import/menu/column-table.ts';
import type { SheetColumn } from './write-workbook.ts';

const yesNo = ['yes', 'no'];

/** A column of the accepted format, with the note that its table has for merchants. `tag` goes behind the header: `[en]`. */
export function menuColumn(field: Field, width: number, options: { tag?: string } & Partial<SheetColumn> = {}): SheetColumn {
  const rule = columnTable.find((candidate) => candidate.field === field);
  if (rule === undefined) throw new Error(`the format has no column ${field}`);
  const { tag, ...format } = options;
  return { header: tag === undefined ? rule.header : `${rule.header} ${tag}`, width, note: rule.hint, ...format };
}

/** Columns that items and modifier options share. */
export const sku = menuColumn('sku', 12, { numberFormat: '@' });
export const price = menuColumn('price', 13, { numberFormat: '#,##0' });
export const takeAwayPrice = menuColumn('takeAwayPrice', 13, { numberFormat: '#,##0' });
export const vat = menuColumn('vat', 8);
export const enabled = menuColumn('enabled', 10, { choices: yesNo });
export const preparationMinutes = menuColumn('preparationMinutes', 13);
export const group = menuColumn('group', 20);
export const sequence = menuColumn('sequence', 11);
