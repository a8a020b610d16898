import type { SheetReading } from '../../../functions/menu-import/menu/sheet-reading.ts';
import { passedOver } from './show-sheets.ts';

/** Everything that was understood of a sheet, and what was not. */
export function showSheetReading(sheet: SheetReading, merges: number): string {
  const { name, hidden, role, because, headerRow, headerRows, rows, blankRows, skipped, sections, furtherTables = [] } = sheet;
  const header = headerRows === undefined ? `Header in row ${headerRow}` : `Header in rows ${headerRows.join(' and ')}`;
  const lines = [
    `Sheet "${name}"${hidden ? ' (hidden)' : ''}: ${role.replaceAll('_', ' ')}`,
    `  ${because}`,
    ...(sheet.export === undefined ? [] : [`  It is an export of ${sheet.export}.`]),
    ...(headerRow === undefined
      ? []
      : [`  ${[`${header}; ${rows} rows below it`, ...passedOver(skipped), `${blankRows} blank`].join(', ')}.`]),
    ...(merges === 0 ? [] : [`  ${merges} merged ranges; the value of each stands in its first cell.`]),
    ...sheet.columns.map(showColumn),
    ...sheet.unknownColumns.map(({ column, header: text, nearest }) => {
      const guess = nearest === undefined ? '' : `; did you mean "${nearest}"?`;
      return `  ${column.padEnd(3)} ${text} -> not understood${guess}`;
    }),
    ...furtherTables.flatMap((table) => [`  Another header in row ${table.headerRow}`, ...table.columns.map(showColumn)]),
    ...(sections.length === 0
      ? []
      : ['  Section titles, which belong to no dish:', ...sections.map(({ row, text }) => `    row ${row}: ${text}`)]),
  ];
  return `\n${lines.join('\n')}\n`;
}

function showColumn({ column, header, field }: SheetReading['columns'][number]): string {
  return `  ${column.padEnd(3)} ${header} -> ${field}`;
}
