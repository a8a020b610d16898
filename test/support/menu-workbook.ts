import ExcelJS from 'exceljs';

type Value = string | number | boolean | null;

/** A workbook of these sheets, each a list of rows from row 1 on, as exceljs writes it. `finish` sets what rows do not say: merges, fonts. */
export async function menuWorkbook(
  sheets: Readonly<Record<string, readonly (readonly Value[])[]>>,
  finish?: (workbook: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  for (const [name, rows] of Object.entries(sheets)) workbook.addWorksheet(name).addRows(rows.map((row) => row.slice()));
  finish?.(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
