import type { Finding } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Sheet, Workbook } from '../workbook/workbook.ts';
import { describeSheet } from './describe-sheet.ts';
import { failDuplicates } from './find-duplicates.ts';
import { findHeaderRow, type HeaderRow } from './find-header-row.ts';
import type { MenuReading, MenuSettings, ParsedRow, SheetReading } from './menu.ts';
import { bareName } from './parse-header.ts';
import { parseRow } from './parse-row.ts';
import { isSettingsSheet, readSettings } from './read-settings.ts';
import { type SheetLayout, sheetLayout } from './sheet-layout.ts';
import { rowText, skipReason } from './skip-row.ts';

/** What holds where the workbook says nothing. Without a currency, the workbook must name one. */
export type MenuDefaults = Omit<MenuSettings, 'currency'> & { currency?: string };

/** Sheets that everybody knows are no menu; nothing is said about them. */
const companionSheets = new Set(['howtouse', 'instructions', 'readme', 'petunjuk', 'carapakai', 'summary', 'lists']);

interface MenuSheet {
  sheet: Sheet;
  layout: SheetLayout;
}

/** Reads a menu from the cells of a workbook: what each row means, or what is wrong with it, or with the file. */
export function parseMenu({ sheets }: Workbook, defaults: MenuDefaults): MenuReading {
  const settingsSheets = sheets.filter(isSettingsSheet);
  const found = sheets
    .filter((sheet) => !settingsSheets.includes(sheet))
    .map((sheet) => ({ sheet, header: companionSheets.has(bareName(sheet.name)) ? undefined : findHeaderRow(sheet) }));
  const menuSheets = found.flatMap(({ sheet, header }) => (header === undefined ? [] : [{ sheet, layout: sheetLayout(sheet, header) }]));
  const readings = sheets.map((sheet) => describeSheet(sheet, settingsSheets.includes(sheet), layoutOf(sheet, menuSheets)));

  const read = settingsSheets.map(readSettings);
  const settingIssues = read.flatMap(({ issues }) => issues);
  const refuse = (refusal: Issue): MenuReading => ({ ok: false, refusal, sheets: readings });
  const badSetting = settingIssues.find(({ severity }) => severity === 'error');
  if (badSetting !== undefined) return refuse(badSetting);
  const written: Partial<MenuSettings> = Object.assign({}, ...read.map(({ settings }) => settings));
  const fault = fileFault(menuSheets, written.currency ?? defaults.currency);
  if (fault !== undefined) return refuse(makeIssue(fault));

  const settings: MenuSettings = {
    ...defaults,
    ...written,
    currency: written.currency ?? defaults.currency ?? headerCurrency(menuSheets) ?? '',
  };
  const usable = menuSheets.filter(isMenu);
  return {
    ok: true,
    menu: {
      settings,
      sheets: readings,
      rows: failDuplicates(parseRows(usable, settings)),
      blankRows: readings.reduce((sum, { blankRows }) => sum + blankRows, 0),
      issues: [...settingIssues, ...sheetIssues(sheets, readings, usable)],
    },
  };
}

function parseRows(menuSheets: readonly MenuSheet[], settings: MenuSettings): ParsedRow[] {
  const positions = new Map<string, number>();
  const nextSequence = (group: string): number => {
    const next = (positions.get(group) ?? 0) + 1;
    positions.set(group, next);
    return next;
  };
  return menuSheets.flatMap(({ sheet, layout }) =>
    sheet.rows
      .filter(({ row }) => row > layout.header.row)
      .map((row): ParsedRow => {
        const because = skipReason(row, sheet, layout);
        if (because === undefined) return parseRow(row, layout, settings, nextSequence);
        return { outcome: 'skipped', place: { sheet: row.sheet, row: row.row }, because, text: rowText(row) };
      }),
  );
}

/** The one fault for which nothing of the file can be imported. */
function fileFault(menuSheets: readonly MenuSheet[], currency: string | undefined): Finding | undefined {
  if (menuSheets.length === 0) return { code: 'no_header_row' };
  const headers = headersSeen(menuSheets);
  if (!menuSheets.some(({ layout }) => has(layout, 'title'))) return { code: 'no_title_column', params: { headers } };
  const titled = menuSheets.filter(({ layout }) => has(layout, 'title'));
  if (!titled.some(({ layout }) => has(layout, 'price'))) return { code: 'no_price_column', params: { headers } };
  if (!titled.some(({ sheet, layout }) => sheet.rows.some(({ row }) => row > layout.header.row))) return { code: 'no_menu_rows' };
  const untagged = titled.some(({ layout }) =>
    layout.columns.some((column) => ['price', 'takeAwayPrice'].includes(column.field) && column.currency === undefined),
  );
  return untagged && currency === undefined ? { code: 'no_currency' } : undefined;
}

/** A sheet with headers but without titles or prices is something else, such as a list of suppliers. */
function isMenu({ layout }: MenuSheet): boolean {
  return has(layout, 'title') && (has(layout, 'price') || has(layout, 'group') || has(layout, 'type'));
}

function sheetIssues(sheets: readonly Sheet[], readings: readonly SheetReading[], usable: readonly MenuSheet[]): Issue[] {
  return sheets.flatMap((sheet, position) => {
    const used = usable.find((menuSheet) => menuSheet.sheet === sheet);
    if (used !== undefined) {
      const hidden = sheet.hidden ? [makeIssue({ code: 'sheet_hidden' }, { sheet: sheet.name })] : [];
      return [...hidden, ...used.layout.issues];
    }
    const silent =
      sheet.rows.length === 0 || sheet.hidden || companionSheets.has(bareName(sheet.name)) || readings[position]?.role === 'settings';
    return silent ? [] : [makeIssue({ code: 'sheet_ignored' }, { sheet: sheet.name })];
  });
}

function layoutOf(sheet: Sheet, menuSheets: readonly MenuSheet[]): { layout: SheetLayout; used: boolean } | undefined {
  const menuSheet = menuSheets.find((candidate) => candidate.sheet === sheet);
  return menuSheet && { layout: menuSheet.layout, used: isMenu(menuSheet) };
}

function has({ columns }: SheetLayout, field: SheetLayout['columns'][number]['field']): boolean {
  return columns.some((column) => column.field === field);
}

const mostHeadersNamed = 12;

function headersSeen(menuSheets: readonly { layout: { header: HeaderRow } }[]): string {
  const headers = menuSheets.flatMap(({ layout }) =>
    layout.header.columns.map(({ header }) => `"${header.replaceAll(/\s+/g, ' ').trim()}"`),
  );
  return headers.slice(0, mostHeadersNamed).join(', ');
}

function headerCurrency(menuSheets: readonly MenuSheet[]): string | undefined {
  return menuSheets.flatMap(({ layout }) => layout.columns).find(({ currency }) => currency !== undefined)?.currency;
}
