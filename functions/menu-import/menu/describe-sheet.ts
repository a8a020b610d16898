import { columnLetter } from '../workbook/column-letter.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { SheetReading } from './menu.ts';
import { nearestHeader } from './nearest-header.ts';
import type { ColumnMeaning } from './parse-header.ts';
import type { SheetLayout } from './sheet-layout.ts';

/** How a sheet was understood, for whoever wants to know why. `used`: it has what a menu needs. */
export function describeSheet(sheet: Sheet, isSettings: boolean, found: { layout: SheetLayout; used: boolean } | undefined): SheetReading {
  const nothing = { sheet: sheet.name, hidden: sheet.hidden, columns: [], unknownColumns: [], rows: 0, blankRows: 0 };
  if (isSettings) return { ...nothing, role: 'settings', because: 'It names settings.' };
  if (found === undefined)
    return { ...nothing, role: 'ignored', because: sheet.rows.length === 0 ? 'It is empty.' : 'No row in it looks like a header.' };

  const { header, role } = found.layout;
  const below = sheet.rows.filter(({ row }) => row > header.row);
  const lastRow = below.at(-1)?.row ?? header.row;
  return {
    ...nothing,
    role: found.used ? role : 'ignored',
    headerRow: header.row,
    because: found.used ? header.because : `${header.because} But it has no column for titles, or none for prices.`,
    columns: header.columns.flatMap(({ column, header: text, meaning }) =>
      meaning === undefined ? [] : [{ column: columnLetter(column), header: text, field: describeMeaning(meaning) }],
    ),
    unknownColumns: header.columns.flatMap(({ column, header: text, meaning }) => {
      if (meaning !== undefined) return [];
      const nearest = nearestHeader(text);
      return [{ column: columnLetter(column), header: text, ...(nearest === undefined ? {} : { nearest }) }];
    }),
    ...(found.used ? { rows: below.length, blankRows: lastRow - header.row - below.length } : {}),
  };
}

function describeMeaning({ field, locale, provider, currency }: ColumnMeaning): string {
  const tags = [locale, provider === undefined ? undefined : `provider ${provider}`, currency].filter((tag) => tag !== undefined);
  return tags.length === 0 ? field : `${field} (${tags.join(', ')})`;
}
