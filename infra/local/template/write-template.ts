import type { Fill, Workbook, Worksheet } from 'exceljs';
import { enabled, group, menuColumn, preparationMinutes, price, sequence, sku, takeAwayPrice, vat } from './menu-columns.ts';
import { addTable, bodyFont, newWorkbook, offerChoices, type SheetValue } from './write-workbook.ts';

const itemColumns = [
  menuColumn('title', 28, { tag: '[en]' }),
  menuColumn('title', 28, { tag: '[id]' }),
  menuColumn('description', 40, { tag: '[en]', wrap: true }),
  sku,
  price,
  takeAwayPrice,
  vat,
  menuColumn('visibleOn', 14),
  enabled,
  preparationMinutes,
];

const exampleItems: SheetValue[][] = [
  ['Fried rice', 'Nasi goreng', 'Rice, egg, chicken, prawn crackers', '00101', 45_000, null, null, null, 'yes', 15],
  ['Chicken noodles', 'Mie ayam', 'Wheat noodles, braised chicken, greens', '00102', 38_000, null, null, null, 'yes', 12],
  ['Iced tea', 'Es teh', null, '00201', 12_000, 13_000, null, null, 'yes', 3],
];

const optionColumns = [
  menuColumn('title', 28, { tag: '[en]' }),
  menuColumn('title', 28, { tag: '[id]' }),
  sku,
  price,
  group,
  sequence,
  enabled,
];

const exampleOptions: SheetValue[][] = [
  ['Mild', 'Tidak pedas', '00901', 0, 'Spice level', 1, 'yes'],
  ['Hot', 'Pedas', '00902', 0, 'Spice level', 2, 'yes'],
  ['Large cup', 'Gelas besar', '00911', 5_000, 'Drink size', 1, 'yes'],
];

const settings: SheetValue[][] = [
  ['Currency', 'IDR', 'In which money the prices are'],
  ['Language', 'en', 'Of titles in a column "Title" without a language'],
  ['VAT %', 11, 'For rows that say nothing else'],
  ['Visible on', 'klikit', 'For rows that say nothing else: klikit, or provider numbers'],
];

const howTo = [
  ['How to use this workbook', ''],
  ['1', 'Write your dishes into the sheet "Items", one a row. The coloured rows there are examples: replace them.'],
  ['2', 'Write choices such as sizes and toppings into the sheet "Modifier options", and name the group that each belongs to.'],
  ['', 'The group must exist in klikit already. Name it by its exact title, or by its number.'],
  ['3', 'Look at the sheet "Settings": currency, language, VAT.'],
  ['4', 'Save, and upload the file. The report tells of every row what became of it, and which cells to correct.'],
  ['', ''],
  ['Good to know', ''],
  ['Again', 'Upload the same file as often as you like: what is there already is not created a second time.'],
  ['SKU', 'Give every dish a SKU of your own. Then a dish that you rename is still the same dish.'],
  ['Prices', 'Write plain numbers: 45000. An empty price is never taken for 0; for something free write 0.'],
  ['Languages', 'Another language is another column: Title [ja], Description [id].'],
  ['Hidden', 'Hidden rows and hidden sheets are not imported. The report names them.'],
  ['Columns', 'Columns that you do not need may be deleted. Only Title and Price must stay. Their order does not matter.'],
];

const settingColumns = [
  { header: 'Setting', width: 16 },
  { header: 'Value', width: 14 },
  { header: 'What it is for', width: 60 },
];
const settingChoices: Readonly<Record<string, readonly string[]>> = {
  B2: ['IDR', 'PHP', 'MYR', 'SGD', 'THB', 'VND', 'JPY', 'USD'],
  B3: ['en', 'id', 'ja', 'ms', 'th', 'tl', 'vi'],
};

const exampleFill: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFFFF4D6' } };

/** Writes the merchant's empty workbook: headers with notes, drop-downs, an example block, and how to use it. It imports as it is. */
export async function writeTemplate(file: string): Promise<void> {
  const workbook = await newWorkbook();
  markExamples(addTable(workbook, 'Items', itemColumns, exampleItems), exampleItems.length, itemColumns.length);
  markExamples(addTable(workbook, 'Modifier options', optionColumns, exampleOptions), exampleOptions.length, optionColumns.length);
  const settingsSheet = addTable(workbook, 'Settings', settingColumns, settings);
  settingsSheet.getColumn(2).alignment = { horizontal: 'left' };
  for (const [address, choices] of Object.entries(settingChoices)) offerChoices(settingsSheet.getCell(address), choices);
  addInstructions(workbook);
  await workbook.xlsx.writeFile(file);
}

/** The examples look like examples, so that nobody leaves them in by mistake. */
function markExamples(sheet: Worksheet, rows: number, columns: number): void {
  for (let row = 2; row <= rows + 1; row += 1) {
    for (let column = 1; column <= columns; column += 1) sheet.getCell(row, column).fill = exampleFill;
  }
}

function addInstructions(workbook: Workbook): void {
  const sheet = workbook.addWorksheet('How to use', {
    views: [{ showGridLines: false }],
    pageSetup: { orientation: 'landscape', fitToPage: true, fitToHeight: 0 },
  });
  sheet.getColumn(1).width = 14;
  sheet.getColumn(2).width = 96;
  howTo.forEach(([label, text], position) => {
    const [first, second] = [sheet.getCell(position + 1, 1), sheet.getCell(position + 1, 2)];
    if (label !== '') first.value = label;
    first.font = { ...bodyFont, bold: true, size: text === '' ? 14 : 11 };
    first.alignment = { vertical: 'top' };
    if (text === '') return;
    second.value = text;
    second.font = bodyFont;
    second.alignment = { wrapText: true, vertical: 'top' };
  });
}
