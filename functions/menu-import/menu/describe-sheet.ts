import { columnLetter } from '../workbook/column-letter.ts';
import { type HeaderColumn, notSent } from './header-columns.ts';
import type { ColumnMeaning } from './header-tags.ts';
import { nearestHeader } from './nearest-header.ts';
import { oneLine } from './one-line.ts';
import type { MenuTable } from './read-tables.ts';
import { columnsOf, type SheetLayout } from './sheet-layout.ts';
import type { SheetReading } from './sheet-reading.ts';
import { rowText } from './skip-row.ts';
import type { SortedSheet } from './sort-sheets.ts';

const mostSections = 100;

/** How a sheet was understood, for whoever wants to know why. */
export function describeSheet(sorted: SortedSheet): SheetReading {
  const { sheet, purpose, tables } = sorted;
  const [first, ...further] = tables;
  const nothing = { columns: [], unknownColumns: [], rows: 0, blankRows: 0, skipped: {}, sections: [] };
  const named = { name: sheet.name, hidden: sheet.hidden };
  if (first === undefined) return { ...named, role: purpose === 'settings' ? purpose : 'ignored', because: reason(sorted), ...nothing };

  const { header, role, export: system } = first.layout;
  return {
    ...named,
    role: purpose === 'menu' ? role : 'ignored',
    headerRow: header.row,
    ...(header.firstRow === undefined ? {} : { headerRows: [header.firstRow, header.row] }),
    because: purpose === 'menu' ? header.because : `${header.because} But ${whatIsMissing(first)}.`,
    ...(system === undefined ? {} : { export: system.name }),
    columns: describeColumns(first.layout),
    unknownColumns: tables.flatMap(({ layout }) => layout.unknown.map(describeUnknown)),
    ...(further.length === 0 ? {} : { furtherTables: further.map(describeFurther) }),
    ...(purpose === 'menu' ? countRows(tables, header.row) : { rows: 0, blankRows: 0, skipped: {}, sections: [] }),
  };
}

function reason({ sheet, purpose, continues }: SortedSheet): string {
  if (purpose === 'settings') return 'It names settings.';
  if (purpose === 'companion') return 'Its name says that it is no menu.';
  if (sheet.rows.length === 0) return 'It is empty.';
  return continues === undefined
    ? 'No row in it looks like a header.'
    : `It looks like more of "${continues}", but has no header of its own.`;
}

function whatIsMissing({ layout }: MenuTable): string {
  return columnsOf(layout, 'title').size === 0 ? 'it has no column for titles' : 'it has no column for prices';
}

function countRows(tables: readonly MenuTable[], headerRow: number): Pick<SheetReading, 'rows' | 'blankRows' | 'skipped' | 'sections'> {
  const rows = tables.flatMap((table) => table.rows);
  const lastRow = rows.at(-1)?.row.row ?? headerRow;
  const skipped: Record<string, number> = {};
  for (const { because } of rows) if (because !== undefined) skipped[because] = (skipped[because] ?? 0) + 1;
  const titles = rows.filter(({ because }) => because === 'section_title').slice(0, mostSections);
  return {
    rows: rows.length,
    blankRows: lastRow - headerRow - rows.length,
    skipped,
    sections: titles.map(({ row }) => ({ row: row.row, text: rowText(row.cells) })),
  };
}

/** A column that says the same as another, and gives way to it, is as good as unused. */
function describeColumns({ header, columns }: SheetLayout): SheetReading['columns'] {
  const used = new Set(columns.map(({ column }) => column));
  return header.columns.flatMap(({ column, header: text, meaning }) => {
    if (meaning === undefined) return [];
    const field = used.has(column) || notSent.has(meaning.field) ? describeMeaning(meaning) : 'unused';
    return [{ column: columnLetter(column), header: oneLine(text), field }];
  });
}

function describeUnknown({ column, header }: HeaderColumn): SheetReading['unknownColumns'][number] {
  const nearest = nearestHeader(header);
  return { column: columnLetter(column), header: oneLine(header), ...(nearest === undefined ? {} : { nearest }) };
}

function describeFurther({ layout }: MenuTable): { headerRow: number; columns: SheetReading['columns'] } {
  return { headerRow: layout.header.row, columns: describeColumns(layout) };
}

function describeMeaning({ field, locale, provider, currency, currencySign }: ColumnMeaning): string {
  const tags = [locale, provider === undefined ? undefined : `provider ${provider}`, currency ?? currencySign];
  const known = tags.filter((tag) => tag !== undefined);
  return known.length === 0 ? field : `${field} (${known.join(', ')})`;
}
