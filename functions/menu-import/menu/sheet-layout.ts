import type { Issue } from '../issues/issue.ts';
import type { Sheet } from '../workbook/workbook.ts';
import { assignColumns } from './assign-columns.ts';
import { type Field, listWords } from './column-table.ts';
import { type RecognizedExport, recognizeExport } from './exports/recognize-export.ts';
import type { HeaderRow } from './find-header-row.ts';
import type { HeaderColumn } from './header-columns.ts';
import type { ColumnMeaning } from './header-tags.ts';
import { bareName } from './parse-header.ts';
import type { SheetReading } from './sheet-reading.ts';

/** A column that is used. */
export type UsedColumn = ColumnMeaning & Omit<HeaderColumn, 'meaning'>;

/** How one menu sheet is to be read. */
export interface SheetLayout {
  header: HeaderRow;
  role: Extract<SheetReading['role'], 'items' | 'modifier_options' | 'mixed'>;
  columns: UsedColumn[];
  /** Columns nobody knows. */
  unknown: HeaderColumn[];
  /** Columns that say the same as another, and columns that klikit has no place for. */
  issues: Issue[];
  /** The system that has written the sheet, where it is an export. */
  export?: RecognizedExport;
}

const optionSheetNames = new Set(
  [
    'modifier options, modifier option, modifiers, modifier, modifier groups, options, add-ons, toppings, topping',
    'opsi, pilihan, tambahan, ตัวเลือก, tùy chọn, オプション, トッピング, opciones, modificadores',
  ].flatMap((names) => listWords(names).map(bareName)),
);

/** What the columns of a sheet mean, and so what its rows are. A sheet that another system has written means what that system says. */
export function sheetLayout(sheet: Sheet, found: HeaderRow): SheetLayout {
  const system = recognizeExport(sheet, found);
  const header = system === undefined ? found : { ...found, columns: system.columns };
  const { columns, unknown, issues } = assignColumns(sheet, header, system);
  return { header, role: roleOf(sheet.name, columns), columns, unknown, issues, ...(system === undefined ? {} : { export: system }) };
}

/** The numbers of the columns of these meanings. */
export function columnsOf({ columns }: SheetLayout, ...fields: Field[]): ReadonlySet<number> {
  return new Set(columns.filter(({ field }) => fields.includes(field)).map(({ column }) => column));
}

/** What a column of the header means, used or not. */
export function fieldOf({ header }: SheetLayout, column: number): Field | undefined {
  return header.columns.find((known) => known.column === column)?.meaning?.field;
}

function roleOf(sheet: string, columns: readonly UsedColumn[]): SheetLayout['role'] {
  const has = (field: Field) => columns.some((column) => column.field === field);
  if (has('type')) return 'mixed';
  if (optionSheetNames.has(bareName(sheet))) return 'modifier_options';
  return has('group') ? 'mixed' : 'items';
}
