import type { RowPlace } from './menu.ts';

/** Names a row within its workbook: `Items!12`. */
export function rowId({ sheet, row }: RowPlace): string {
  return `${sheet}!${row}`;
}
