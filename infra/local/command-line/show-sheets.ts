import type { Report, ReportRow } from '../../../functions/menu-import/report/report-schema.ts';
import { skippedInWords } from '../../../functions/menu-import/report/skipped-in-words.ts';
import { reportWords } from '../../../functions/menu-import/report/words/report-words.ts';

type SheetReading = NonNullable<Report['sheets']>[number];

/** One line a sheet: what was understood of it. */
export function showSheets({ sheets = [], rows, import: { outcome } }: Report): string {
  const lines = sheets.map((sheet) => {
    const own = rows.filter((row) => row.sheet === sheet.name);
    return `Sheet "${sheet.name}"${sheet.hidden ? ' (hidden)' : ''}: ${describe(sheet, own, outcome === 'refused')}\n`;
  });
  return lines.join('');
}

function describe(sheet: SheetReading, rows: readonly ReportRow[], isRefused: boolean): string {
  if (sheet.role === 'settings') return 'settings';
  if (sheet.role === 'ignored') return `passed over. ${sheet.because}`;
  const counted = (kind: ReportRow['kind']) => rows.filter((row) => row.status !== 'skipped' && row.kind === kind).length;
  const counts = [
    count(counted('item'), 'item'),
    count(counted('modifier_option'), 'modifier option'),
    count(counted(undefined), 'row of no known type', 'rows of no known type'),
    ...(isRefused ? [count(sheet.rows, 'row below it', 'rows below it')] : []),
    ...passedOver(sheet.skipped),
  ];
  return [header(sheet), ...counts.filter((part) => part !== undefined)].join(', ');
}

function header({ headerRow = 0, headerRows, furtherTables = [] }: SheetReading): string {
  const place = headerRows === undefined ? `header in row ${headerRow}` : `header in rows ${headerRows.join(' and ')}`;
  return furtherTables.length === 0 ? place : `${place}, others in row ${furtherTables.map((table) => table.headerRow).join(', ')}`;
}

/** In words: `3 section titles, 1 total passed over`. */
export function passedOver(skipped: SheetReading['skipped']): string[] {
  const counts = Object.entries(skipped).flatMap(([reason, number]) => count(number, ...skippedInWords(reason, reportWords('en'))) ?? []);
  const last = counts.pop();
  return last === undefined ? [] : [...counts, `${last} passed over`];
}

function count(number: number, one: string, many = `${one}s`): string | undefined {
  return number === 0 ? undefined : `${number} ${number === 1 ? one : many}`;
}
