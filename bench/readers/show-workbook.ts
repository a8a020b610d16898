import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import type { See } from './reader.ts';

/** Shows what our own reader answers. Its dates are text in no time zone, `2026-11-24` or `2026-11-24T09:30:00`. */
export function showWorkbook({ sheets }: Workbook, see: See): void {
  for (const { rows } of sheets) {
    for (const row of rows) {
      for (const { type, value } of row.cells) see(type === 'date' ? new Date(value.includes('T') ? `${value}Z` : value) : value);
    }
  }
}
