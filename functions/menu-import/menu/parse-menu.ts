import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { currencyAbove } from './currency-above.ts';
import { describeSheet } from './describe-sheet.ts';
import { fileFault } from './file-fault.ts';
import { failDuplicates } from './find-duplicates.ts';
import { groupsFromAbove } from './groups-from-above.ts';
import type { MenuReading, MenuSettings, ParsedRow } from './menu.ts';
import { mergedValues } from './merged-values.ts';
import { type NextSequence, parseRow } from './parse-row.ts';
import { readSettings } from './read-settings.ts';
import type { MenuTable } from './read-tables.ts';
import { sheetIssues } from './sheet-issues.ts';
import { rowText } from './skip-row.ts';
import { type SortedSheet, sortSheets } from './sort-sheets.ts';

/** What holds where the workbook says nothing. Without a currency, the workbook must name one. */
export type MenuDefaults = Omit<MenuSettings, 'currency'> & { currency?: string };

/** Reads a menu from the cells of a workbook: what each row means, or what is wrong with it, or with the file. */
export function parseMenu(workbook: Workbook, defaults: MenuDefaults): MenuReading {
  const sheets = sortSheets(workbook);
  const readings = sheets.map(describeSheet);

  const read = sheets.filter(({ purpose }) => purpose === 'settings').map(({ sheet }) => readSettings(sheet));
  const inSettings: Partial<MenuSettings> = Object.assign({}, ...read.map(({ settings }) => settings));
  const { language } = { ...defaults, ...inSettings };
  const refuse = (refusal: Issue): MenuReading => ({ ok: false, refusal, sheets: readings, language });

  const settingIssues = read.flatMap(({ issues }) => issues);
  const badSetting = settingIssues.find(({ severity }) => severity === 'error');
  if (badSetting !== undefined) return refuse(badSetting);
  const above = moneyAbove(sheets);
  if ('fault' in above) return refuse(above.fault);
  const written: Partial<MenuSettings> = { ...above, ...inSettings };
  const fault = fileFault(
    sheets.flatMap(({ tables }) => tables),
    written.currency ?? defaults.currency,
  );
  if (fault !== undefined) return refuse(fault);

  const tables = sheets.filter(({ purpose }) => purpose === 'menu').flatMap((sheet) => sheet.tables);
  const currency = written.currency ?? defaults.currency ?? headerCurrency(tables) ?? '';
  const settings: MenuSettings = { ...defaults, ...written, currency };
  const nextSequence = sequenceCounter();
  return {
    ok: true,
    menu: {
      settings,
      sheets: readings,
      rows: failDuplicates(tables.flatMap((table) => parseTable(table, settings, nextSequence))),
      blankRows: readings.reduce((sum, { blankRows }) => sum + blankRows, 0),
      issues: [...settingIssues, ...sheetIssues(sheets)],
    },
  };
}

/** The currency that the lines above the headers name, where all that name one name the same. */
function moneyAbove(sheets: readonly SortedSheet[]): Pick<MenuSettings, 'currency'> | { fault: Issue } | Record<string, never> {
  const found = sheets.flatMap(({ sheet, purpose, tables: [first] }) => {
    if (purpose !== 'menu' || first === undefined) return [];
    const { row, firstRow = row } = first.layout.header;
    return [{ sheet: sheet.name, ...currencyAbove(sheet, firstRow) }];
  });
  const fault = found.find((one) => one.fault !== undefined)?.fault;
  if (fault !== undefined) return { fault };
  const named = found.flatMap(({ sheet, currency }) => (currency === undefined ? [] : [{ sheet, currency }]));
  const [first] = named;
  if (first === undefined) return {};
  const other = named.find(({ currency }) => currency !== first.currency);
  if (other === undefined) return { currency: first.currency };
  const params = { first: first.currency, firstSheet: first.sheet, second: other.currency, secondSheet: other.sheet };
  return { fault: makeIssue({ code: 'currencies_differ', params }) };
}

function parseTable(table: MenuTable, settings: MenuSettings, nextSequence: NextSequence): ParsedRow[] {
  const { layout, merges, rows } = table;
  const below = rows.flatMap(({ row }) => (row.row > layout.header.row ? [row] : []));
  const mergedValue = mergedValues(below, merges);
  const groups = groupsFromAbove(table);
  return rows.map(({ row, because }): ParsedRow => {
    if (because === undefined) return parseRow(row, layout, settings, nextSequence, { mergedValue, groupAbove: groups.get(row.row) });
    return { outcome: 'skipped', place: { sheet: row.sheet, row: row.row }, because, text: rowText(row.cells) };
  });
}

function sequenceCounter(): NextSequence {
  const positions = new Map<string, number>();
  return (group) => {
    const next = (positions.get(group) ?? 0) + 1;
    positions.set(group, next);
    return next;
  };
}

function headerCurrency(tables: readonly MenuTable[]): string | undefined {
  return tables.flatMap(({ layout }) => layout.columns).find(({ currency }) => currency !== undefined)?.currency;
}
