import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { holdsData } from './holds-data.ts';
import { bareName } from './parse-header.ts';
import { isSettingsSheet } from './read-settings.ts';
import { type MenuTable, readTables } from './read-tables.ts';
import { columnsOf, type SheetLayout } from './sheet-layout.ts';

/** A sheet, and what it is there for. */
export interface SortedSheet {
  sheet: Sheet;
  /** `companion`: everybody knows that it is no menu, and nothing is said about it. */
  purpose: 'menu' | 'settings' | 'companion' | 'other';
  /** Below its headers. What is no menu has tables as well where it has headers, for whoever asks why. */
  tables: MenuTable[];
  /** A menu whose rows look the same, where this sheet has no header of its own. */
  continues?: string;
}

const companionSheets = new Set([
  'howtouse',
  'instructions',
  'readme',
  'petunjuk',
  'carapakai',
  'summary',
  'lists',
  'klikitreport',
  'laporanklikit',
]);

/** What the sheets of a workbook are, in their order. A sheet is known by its columns; its name counts only where there is a menu besides. */
export function sortSheets({ sheets }: Workbook): SortedSheet[] {
  const sorted = sheets.map((sheet): SortedSheet => {
    if (isSettingsSheet(sheet)) return { sheet, purpose: 'settings', tables: [] };
    const tables = readTables(sheet);
    return { sheet, purpose: tables.some(({ layout }) => isMenu(layout)) ? 'menu' : 'other', tables };
  });
  const isCompanion = ({ sheet }: SortedSheet) => companionSheets.has(bareName(sheet.name));
  const menus = sorted.filter((one) => one.purpose === 'menu' && !isCompanion(one));
  return sorted.map((one) => {
    if (one.purpose !== 'settings' && isCompanion(one) && menus.length > 0) return { ...one, purpose: 'companion', tables: [] };
    const continues = one.purpose === 'other' && one.tables.length === 0 ? menus.find((menu) => looksAlike(one.sheet, menu)) : undefined;
    return continues === undefined ? one : { ...one, continues: continues.sheet.name };
  });
}

/** A sheet with headers but without titles or prices is something else, such as a list of suppliers. */
function isMenu(layout: SheetLayout): boolean {
  return columnsOf(layout, 'title').size > 0 && columnsOf(layout, 'price', 'group', 'type').size > 0;
}

/** Whether most rows have a text where the menu has its titles, and an amount where it has its prices. */
function looksAlike({ rows }: Sheet, { tables }: SortedSheet): boolean {
  return tables.some(({ layout }) => {
    const [titles, prices] = [columnsOf(layout, 'title'), columnsOf(layout, 'price')];
    const alike = rows.filter(
      ({ cells }) =>
        cells.some(({ column, type }) => type === 'text' && titles.has(column)) &&
        cells.some((cell) => prices.has(cell.column) && holdsData(cell)),
    );
    return alike.length > 0 && alike.length * 2 >= rows.length;
  });
}
