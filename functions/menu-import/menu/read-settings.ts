import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { PhraseCode } from '../issues/phrases/en.ts';
import type { Cell, Sheet } from '../workbook/workbook.ts';
import type { MenuSettings } from './menu.ts';
import { bareName } from './parse-header.ts';
import { parseCurrencyTag } from './values/parse-currency.ts';
import { parseLocaleTag } from './values/parse-locale.ts';
import { parsePercent } from './values/parse-percent.ts';
import { parseProviderList } from './values/parse-provider-list.ts';
import { showCell } from './values/show-cell.ts';

type SettingName = keyof MenuSettings;

interface Setting {
  name: SettingName;
  expected: PhraseCode;
  read: (cell: Cell) => Partial<MenuSettings> | undefined;
}

const settings = new Map<string, Setting>();
const define = (names: readonly string[], setting: Setting) => names.forEach((name) => settings.set(bareName(name), setting));

define(['Currency', 'Mata uang'], {
  name: 'currency',
  expected: 'expected_currency',
  read: (cell) => optional('currency', parseCurrencyTag(showCell(cell))),
});
define(['Language', 'Bahasa', 'Default language'], {
  name: 'language',
  expected: 'expected_language',
  read: (cell) => optional('language', parseLocaleTag(showCell(cell))),
});
define(['VAT %', 'VAT', 'Tax', 'PPN', 'Pajak'], {
  name: 'vatPercent',
  expected: 'expected_percentage',
  read: (cell) => parsed('vatPercent', parsePercent(cell)),
});
define(['Visible on', 'Providers'], {
  name: 'visibleOn',
  expected: 'expected_providers',
  read: (cell) => parsed('visibleOn', parseProviderList(cell)),
});

/** What a settings sheet may say above its rows. */
const headings = new Set(['setting', 'settings', 'name', 'key', 'pengaturan']);

/** Whether a sheet holds settings: by its name, or because its first column names several of them. */
export function isSettingsSheet({ name, rows }: Sheet): boolean {
  if (['settings', 'setting', 'pengaturan'].includes(bareName(name))) return true;
  const named = rows.filter(({ cells: [key] }) => key !== undefined && settings.has(bareName(showCell(key))));
  return named.length >= 2 && named.length * 2 > rows.length;
}

/** Reads keys and values. A value that cannot be used is an error of the file: what is written must not be overruled by a default. */
export function readSettings({ name: sheet, rows }: Sheet): { settings: Partial<MenuSettings>; issues: Issue[] } {
  const found: Partial<MenuSettings> = {};
  const issues: Issue[] = [];
  for (const { row, cells } of rows) {
    const [key, value] = cells;
    if (key === undefined || headings.has(bareName(showCell(key)))) continue;
    const setting = settings.get(bareName(showCell(key)));
    if (setting === undefined) {
      if (value !== undefined) {
        issues.push(
          makeIssue(
            { code: 'unknown_setting', params: { setting: showCell(key) } },
            { sheet, row, column: key.column, value: showCell(key) },
          ),
        );
      }
      continue;
    }
    if (value === undefined) continue;
    const read = setting.read(value);
    if (read !== undefined) Object.assign(found, read);
    else {
      const params = { setting: showCell(key), expected: { phrase: setting.expected } };
      issues.push(makeIssue({ code: 'setting_unreadable', params }, { sheet, row, column: value.column, value: showCell(value) }));
    }
  }
  return { settings: found, issues };
}

function optional(name: SettingName, value: string | undefined): Partial<MenuSettings> | undefined {
  return value === undefined ? undefined : { [name]: value };
}

function parsed(name: SettingName, result: { ok: true; value: unknown } | { ok: false }): Partial<MenuSettings> | undefined {
  return result.ok ? { [name]: result.value } : undefined;
}
