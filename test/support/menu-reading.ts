import type { MenuEntry, MenuReading, ParsedMenu } from '../../functions/menu-import/menu/menu.ts';
import { type MenuDefaults, parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { buildWorkbook } from './build-workbook.ts';

type Sheets = Parameters<typeof buildWorkbook>[0];

export const defaults: MenuDefaults = { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] };

/** What a menu in these sheets is understood as. */
export function readingOf(sheets: Sheets, more: Partial<MenuDefaults> = {}): MenuReading {
  return parseMenu(buildWorkbook(sheets), { ...defaults, ...more });
}

/** The menu in these sheets, which must not be refused. */
export function menuOf(sheets: Sheets, more: Partial<MenuDefaults> = {}): ParsedMenu {
  const reading = readingOf(sheets, more);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}. ${reading.refusal.message}`);
  return reading.menu;
}

export function entriesOf(menu: ParsedMenu): MenuEntry[] {
  return menu.rows.flatMap((row) => (row.outcome === 'entry' ? [row.entry] : []));
}

/** `2 item`, `3 section_title`, `4 price_missing@B4`: what became of each row. */
export function fates({ rows }: ParsedMenu): string[] {
  return rows.map((row) => {
    if (row.outcome === 'entry') return `${row.entry.row} ${row.entry.kind}`;
    if (row.outcome === 'skipped') return `${row.place.row} ${row.because}`;
    return `${row.place.row} ${row.issues.map(({ code, cell }) => `${code}@${cell ?? ''}`).join()}`;
  });
}

/** `merged_value@B3`: what is said of rows that are imported. */
export function warningsOf({ rows }: ParsedMenu): string[] {
  return rows.flatMap((row) => (row.outcome === 'entry' ? row.issues.map(({ code, cell }) => `${code}@${cell ?? ''}`) : []));
}
