import ExcelJS from 'exceljs';

/** What a script reads from the workbook: bodies of calls, in the order of the sheets. */
export interface ScriptRows {
  items: object[];
  options: { body: object; group: number; sequence: number }[];
}

/** The rows of the benchmark's own menu, and of no other: as short as a script for one restaurant would be. */
export async function readRows(file: string): Promise<ScriptRows> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const rowsOf = (sheet: string) => {
    const rows: unknown[][] = [];
    workbook.getWorksheet(sheet)?.eachRow(({ values }, row) => {
      if (row > 1) rows.push(Object.values(values).slice(0));
    });
    return rows;
  };
  const body = (title: unknown, sku: unknown, price: unknown, more: object) => ({
    title: { en: title },
    vat: 0,
    visibilities: { 1: true },
    prices: { 1: { IDR: { price, takeAwayPrice: price } } },
    isEnabled: true,
    skuID: sku,
    fromAPI: true,
    ...more,
  });
  return {
    items: rowsOf('Items').map(([title, sku, price, description]) => body(title, sku, price, { description: { en: description } })),
    options: rowsOf('Modifier options').map(([title, sku, price, group, sequence]) => ({
      body: body(title, sku, price, { onlyModifier: true }),
      group: Number(group),
      sequence: Number(sequence),
    })),
  };
}
