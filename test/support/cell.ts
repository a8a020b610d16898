import type { Cell, CellContent } from '../../functions/menu-import/workbook/workbook.ts';

/** The cell B2 of a sheet Menu, with a plain value or with the content that it is given. */
export function cell(content: string | number | boolean | CellContent, numberFormat?: string): Cell {
  const typed = typeof content === 'object' ? content : plain(content);
  return { ...typed, sheet: 'Menu', row: 2, column: 2, ...(numberFormat === undefined ? {} : { numberFormat }) };
}

function plain(value: string | number | boolean): CellContent {
  if (typeof value === 'string') return { type: 'text', value };
  return typeof value === 'number' ? { type: 'number', value } : { type: 'boolean', value };
}
