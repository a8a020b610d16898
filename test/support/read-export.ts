import { notSent } from '../../functions/menu-import/menu/header-columns.ts';
import { type MenuDefaults, parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { buildWorkbook } from './build-workbook.ts';
import { parseCsv } from './parse-csv.ts';

const defaults: MenuDefaults = { currency: 'USD', language: 'en', vatPercent: 0, visibleOn: ['1'] };

const idle = new Set<string>(notSent);

/** What an export means that is given line by line, the header first, as the system writes it into CSV. */
export function readExport(lines: readonly string[], sheet = 'Export') {
  const rows = parseCsv(lines.join('\n')).map((cells) => cells.map((text) => (text === '' ? null : text)));
  const reading = parseMenu(buildWorkbook({ [sheet]: rows }), defaults);
  if (!reading.ok) throw new Error(`refused: ${reading.refusal.code}. ${reading.refusal.message}`);
  const { menu } = reading;
  return {
    system: menu.sheets[0]?.export,
    /** The headers that are read, with what they mean. */
    used: Object.fromEntries(
      (menu.sheets[0]?.columns ?? []).filter(({ field }) => !idle.has(field)).map(({ header, field }) => [header, field]),
    ),
    entries: menu.rows.flatMap((row) => (row.outcome === 'entry' ? [row.entry] : [])),
    /** `2 item Latte`, `3 export_variation@C3`, `4 not_for_sale`: what became of each row. */
    fates: menu.rows.map((row) => {
      if (row.outcome === 'entry') return `${row.entry.row} ${row.entry.kind} ${row.entry.title}`;
      if (row.outcome === 'skipped') return `${row.place.row} ${row.because}`;
      return `${row.place.row} ${row.issues.map(({ code, cell }) => `${code}@${cell ?? ''}`).join()}`;
    }),
    /** About the sheet, and about rows. */
    issues: [...menu.issues, ...menu.rows.flatMap((row) => (row.outcome === 'skipped' ? [] : row.issues))],
  };
}
