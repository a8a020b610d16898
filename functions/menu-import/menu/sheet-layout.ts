import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import type { Sheet } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { HeaderRow } from './find-header-row.ts';
import type { SheetReading } from './menu.ts';
import { nearestHeader } from './nearest-header.ts';
import { bareName, type ColumnMeaning } from './parse-header.ts';

/** A column that is used. */
export type UsedColumn = ColumnMeaning & { column: number; header: string };

/** How one menu sheet is to be read. */
export interface SheetLayout {
  header: HeaderRow;
  role: Extract<SheetReading['role'], 'items' | 'modifier_options' | 'mixed'>;
  columns: UsedColumn[];
  /** Columns nobody knows, and columns that say the same as another. */
  issues: Issue[];
}

const optionSheetNames = new Set(['modifieroptions', 'modifieroption', 'modifiers', 'modifier', 'options', 'addons', 'opsi', 'pilihan']);

/** What the columns of a sheet mean, and so what its rows are. */
export function sheetLayout({ name: sheet }: Sheet, header: HeaderRow): SheetLayout {
  const columns: UsedColumn[] = [];
  const issues: Issue[] = [];
  for (const { column, header: text, meaning } of header.columns) {
    const place = { sheet, row: header.row, column, value: text };
    const shown = text.replaceAll(/\s+/g, ' ').trim();
    if (meaning === undefined) {
      const nearest = nearestHeader(text);
      const finding = nearest === undefined ? { code: 'unknown_column' as const } : { code: 'unknown_column_close' as const };
      issues.push(makeIssue({ ...finding, params: { header: shown, nearest: nearest ?? '' } }, place));
      continue;
    }
    if (meaning.field === 'result') continue;
    const same = columns.find((used) => sameMeaning(used, meaning));
    if (same === undefined) columns.push({ ...meaning, column, header: text });
    else issues.push(makeIssue({ code: 'duplicate_column', params: { header: shown, other: `"${same.header}"` } }, place));
  }
  return { header, role: roleOf(sheet, columns), columns, issues };
}

function roleOf(sheet: string, columns: readonly UsedColumn[]): SheetLayout['role'] {
  const has = (field: Field) => columns.some((column) => column.field === field);
  if (has('type')) return 'mixed';
  if (optionSheetNames.has(bareName(sheet))) return 'modifier_options';
  return has('group') ? 'mixed' : 'items';
}

function sameMeaning(a: ColumnMeaning, b: ColumnMeaning): boolean {
  return a.field === b.field && a.locale === b.locale && a.provider === b.provider && a.currency === b.currency;
}
