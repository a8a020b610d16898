import { fileURLToPath } from 'node:url';
import { enabled, group, menuColumn, preparationMinutes, price, sequence, sku, vat } from '../template/menu-columns.ts';
import { addTable, bodyFont, newWorkbook } from '../template/write-workbook.ts';
import { dishes, options } from './restaurant.ts';

const titles = [
  menuColumn('title', 27, { tag: '[en]' }),
  menuColumn('title', 25, { tag: '[id]' }),
  menuColumn('title', 25, { tag: '[ja]' }),
];
const description = menuColumn('description', 44, { tag: '[en]' });
const priceElsewhere = menuColumn('price', 13, { tag: '[6]', numberFormat: '#,##0' });
const headerRow = 3;

/** Writes the example: a menu as a restaurant would have it, with a banner above the headers and headings between the rows. */
async function writeExample(file: string): Promise<void> {
  const workbook = await newWorkbook();
  const items = addTable(
    workbook,
    'Menu',
    [...titles, description, sku, price, priceElsewhere, vat, preparationMinutes, enabled],
    dishes,
    headerRow,
  );
  items.getCell('A1').value = 'Warung Hoshi — our menu';
  items.mergeCells('A1:D1');
  items.getCell('A1').font = { ...bodyFont, bold: true, size: 16, color: { argb: 'FF7A3B1D' } };
  dishes.forEach((row, position) => {
    if (row.length > 1) return;
    const cell = items.getCell(headerRow + 1 + position, 1);
    cell.font = { ...bodyFont, bold: true, color: { argb: 'FF7A3B1D' } };
  });
  addTable(workbook, 'Modifier options', [...titles, sku, price, group, sequence], options);
  const settings = [
    ['Currency', 'IDR'],
    ['Language', 'English'],
    ['VAT %', 0.11],
    ['Visible on', 'klikit, 6'],
  ];
  const sheet = addTable(
    workbook,
    'Settings',
    [
      { header: 'Setting', width: 16 },
      { header: 'Value', width: 14 },
    ],
    settings,
  );
  sheet.getCell('B4').numFmt = '0%';
  await workbook.xlsx.writeFile(file);
}

await writeExample(fileURLToPath(new URL('warung-hoshi.xlsx', import.meta.url)));
