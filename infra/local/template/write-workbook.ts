import type { Cell, Column, Workbook, Worksheet } from 'exceljs';

/** A column of a sheet that merchants fill in. */
export interface SheetColumn {
  header: string;
  width: number;
  /** Shown when the pointer rests on the header. */
  note?: string;
  /** `@` keeps leading zeros. */
  numberFormat?: string;
  wrap?: boolean;
  /** What a drop-down offers. */
  choices?: readonly string[];
}

export type SheetValue = string | number | boolean | null;

/** Rows that drop-downs reach down to; never a whole column, which some readers take for a million cells. */
const lastRowWithChoices = 500;
const headerFill = 'FF7A3B1D';
const headerInk = 'FFFFFFFF';
/** A font without a name is another one in every program. */
export const bodyFont = { name: 'Calibri', size: 11 } as const;

/** The same bytes at every writing: a workbook in the repository changes only when its content does. */
const writtenAt = new Date('2026-11-24T00:00:00Z');

/** Loads exceljs only when a workbook is written: importing it takes longer than most imports. */
export async function newWorkbook(): Promise<Workbook> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'klikit-menu-import';
  workbook.lastModifiedBy = 'klikit-menu-import';
  workbook.created = writtenAt;
  workbook.modified = writtenAt;
  return workbook;
}

/** Adds a sheet with a frozen, coloured header row at `headerRow` (from 1), and the rows below it. */
export function addTable(
  workbook: Workbook,
  name: string,
  columns: readonly SheetColumn[],
  rows: readonly (readonly SheetValue[])[],
  headerRow = 1,
): Worksheet {
  const sheet = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: 1 }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  columns.forEach((column, position) => formatColumn(sheet.getColumn(position + 1), column));
  columns.forEach(({ header, note }, position) => {
    const cell = sheet.getCell(headerRow, position + 1);
    cell.value = header;
    cell.numFmt = 'General';
    cell.font = { ...bodyFont, bold: true, color: { argb: headerInk } };
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: headerFill } };
    cell.alignment = { vertical: 'middle', wrapText: true };
    if (note !== undefined) cell.note = { texts: [{ text: note }], margins: { insetmode: 'auto' } };
  });
  sheet.getRow(headerRow).height = 30;
  rows.forEach((values, position) => {
    values.forEach((value, column) => {
      if (value !== null) sheet.getCell(headerRow + 1 + position, column + 1).value = value;
    });
  });
  for (const [position, { choices }] of columns.entries()) {
    if (choices === undefined) continue;
    for (let row = headerRow + 1; row <= lastRowWithChoices; row += 1) offerChoices(sheet.getCell(row, position + 1), choices);
  }
  return sheet;
}

/** A drop-down with these words; others are refused by Excel. */
export function offerChoices(cell: Cell, choices: readonly string[]): void {
  cell.dataValidation = {
    type: 'list',
    allowBlank: true,
    formulae: [`"${choices.join(',')}"`],
    showErrorMessage: true,
    errorTitle: 'Please choose',
    error: `One of: ${choices.join(', ')}`,
  };
}

function formatColumn(target: Column, { width, numberFormat, wrap }: SheetColumn): void {
  target.width = width;
  if (numberFormat !== undefined) target.numFmt = numberFormat;
  target.alignment = { vertical: 'top', wrapText: wrap ?? false };
}
