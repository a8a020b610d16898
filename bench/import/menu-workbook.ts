import ExcelJS from 'exceljs';

/** One row in five is a modifier option, and ten of them share a group. */
const optionsInARow = 5;
const optionsOfAGroup = 10;
const firstGroupId = 2_001;

/** How many rows of a menu are what, and how many calls they come to: one for each row, and one for each group. */
export function menuCounts(rows: number): { items: number; options: number; groups: number; calls: number } {
  const options = Math.floor(rows / optionsInARow);
  const groups = Math.ceil(options / optionsOfAGroup);
  return { items: rows - options, options, groups, calls: rows + groups };
}

/** The groups that a menu of so many rows names, as klikit has them. */
export function menuGroups(rows: number): { id: number; title: string }[] {
  return Array.from({ length: menuCounts(rows).groups }, (_, group) => ({ id: firstGroupId + group, title: `Group ${group + 1}` }));
}

/** A menu of so many rows as a merchant would write it, on two sheets. `name` tells its titles and SKUs from those of another. */
export async function menuWorkbook(rows: number, name = 'Dish'): Promise<Uint8Array> {
  const { items, options } = menuCounts(rows);
  const workbook = new ExcelJS.Workbook();
  const itemSheet = workbook.addWorksheet('Items');
  itemSheet.addRow(['Title', 'SKU', 'Price', 'Description']);
  for (let row = 1; row <= items; row += 1) {
    itemSheet.addRow([`${name} ${row}`, `${name}-${row}`, 10_000 + (row % 90) * 500, `As it is made at home, number ${row}`]);
  }
  const optionSheet = workbook.addWorksheet('Modifier options');
  optionSheet.addRow(['Title', 'SKU', 'Price', 'Modifier group', 'Sequence']);
  for (let row = 0; row < options; row += 1) {
    const group = firstGroupId + Math.floor(row / optionsOfAGroup);
    optionSheet.addRow([`${name} with ${row + 1}`, `${name}-o${row + 1}`, (row % 10) * 1_000, group, (row % optionsOfAGroup) + 1]);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
