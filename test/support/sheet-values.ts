import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';

/** What a workbook holds, sheet by sheet: `{ Menu: { A1: 'Ramen', B1: 60000 } }`. */
export function sheetValues({ sheets }: Workbook): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    sheets.map(({ name, rows }) => [
      name,
      Object.fromEntries(rows.flatMap(({ cells }) => cells.map((cell) => [cellAddress(cell), cell.value]))),
    ]),
  );
}
