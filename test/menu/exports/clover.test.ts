import { describe, expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

const header =
  'Clover ID,Name,Alternate Name,Description,Price,Price Type,Price Unit,Cost,Product Code,SKU,Quantity,Hidden?,Default tax rates?,Non-revenue item?,Printer Labels,Modifier Groups,Categories,Tax Rates,Variant Attribute,Variant Option';

test('items import without renaming a column; the product code is a barcode, not the SKU', () => {
  const { system, entries } = readExport([header, 'X1,Burger,,With fries,9.50,Fixed,,3.00,0012345,BRG,,No,Yes,No,,,Mains,,,']);
  expect(system).toBe('Clover');
  expect(entries).toMatchObject([
    { title: 'Burger', content: { sku: 'BRG', description: { en: 'With fries' }, prices: { '1': { USD: { price: 9.5 } } } } },
  ]);
});

test('only the columns of an item are read', () => {
  expect(readExport([header, 'X1,Burger,,,9.50,Fixed,,,,,,No,Yes,No,,,,,,']).used).toEqual({
    Name: 'title',
    Description: 'description',
    Price: 'price',
    SKU: 'sku',
  });
});

test('prices that are no prices of a portion fail at the cell that says so', () => {
  const { fates } = readExport([
    header,
    'X1,Tip,,,,Variable,,,,,,No,Yes,No,,,,,,',
    'X2,Ham,,,20.00,Per Unit,lb,,,,,No,Yes,No,,,,,,',
    'X3,Tea,,,2.00,Fixed,,,,,,No,Yes,No,,,,,,',
  ]);
  expect(fates).toEqual(['2 export_variable_price@F2', '3 export_price_per_unit@F3', '4 item Tea']);
});

test('variants of one item fail', () => {
  const { fates } = readExport([
    header,
    'X1,Latte,,,3.00,Fixed,,,,L1,,No,Yes,No,,,,,Size,Small',
    'X2,Latte,,,4.00,Fixed,,,,L2,,No,Yes,No,,,,,Size,Large',
  ]);
  expect(fates).toEqual(['2 export_variation@T2', '3 export_variation@T3']);
});

test('a hidden item is not for sale', () => {
  const { fates } = readExport([header, 'X1,Old burger,,,9.50,Fixed,,,,,,Yes,Yes,No,,,,,,']);
  expect(fates).toEqual(['2 not_for_sale']);
});

describe('modifier groups', () => {
  const modifiers = 'Modifier Group ID,Modifier Group Name,Pop up Automatically?,Modifier,Price,Required Quantity,Max Quantity';

  test('are options of the group that the sheet names, whose ID is not of klikit', () => {
    const { system, entries } = readExport([modifiers, 'W5Z0V2,Milk,No,Oat,0.50,,', ',,,Soy,0.60,,'], 'Modifier Groups');
    expect(system).toBe('Clover');
    expect(entries).toMatchObject([
      { kind: 'modifier_option', title: 'Oat', link: { group: { title: 'Milk' } } },
      { kind: 'modifier_option', title: 'Soy', link: { group: { title: 'Milk' } } },
    ]);
  });

  test('of a merchant with numbers of klikit are not taken for those of Clover', () => {
    const { system, entries } = readExport(['Modifier group ID,Modifier,Price', '2101,Oat,0.50'], 'Options');
    expect(system).toBeUndefined();
    expect(entries).toMatchObject([{ link: { group: { id: 2101 } } }]);
  });
});
