import { expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

const header =
  'Reference Handle,Token,Item Name,Customer-facing Name,Variation Name,Unit and Precision,SKU,Description,Categories,Reporting Category,SEO Title,SEO Description,Permalink,GTIN,Square Online Item Visibility,Item Type,Weight (lb),Social Media Link Title,Social Media Link Description,Shipping Enabled,Self-serve Ordering Enabled,Delivery Enabled,Pickup Enabled,Price,Online Sale Price,Archived,Sellable,Contains Alcohol,Stockable,Skip Detail Screen in POS,Option Name 1,Option Value 1,Default Unit Cost,Default Vendor Name,Default Vendor Code,Enabled Main Street,Current Quantity Main Street,New Quantity Main Street,Stock Alert Enabled Main Street,Stock Alert Count Main Street,Price Main Street,Modifier Set - Milk,Tax - Sales Tax (6.625%)';

/** A row of a latte with these cells instead. */
function row(cells: Readonly<Record<string, string>>): string {
  const plain: Record<string, string> = {
    Token: '5XYCCJMKAXEVXO3FITUU3WBR',
    'Item Name': 'Latte',
    'Variation Name': 'Regular',
    SKU: 'LAT-1',
    Categories: 'Coffee',
    Price: '3.50',
    Archived: 'N',
    Sellable: 'Y',
    'Enabled Main Street': 'Y',
    'Tax - Sales Tax (6.625%)': 'Y',
    ...cells,
  };
  return header
    .split(',')
    .map((name) => plain[name] ?? '')
    .join(',');
}

test('items import without renaming a column', () => {
  const { system, entries } = readExport([header, row({ Description: '"<p>Espresso &amp; milk</p>"' })]);
  expect(system).toBe('Square');
  expect(entries).toMatchObject([
    {
      title: 'Latte',
      content: { sku: 'LAT-1', description: { en: 'Espresso & milk' }, prices: { '1': { USD: { price: 3.5 } } }, enabled: true },
    },
  ]);
});

test('only the columns of an item are read', () => {
  expect(readExport([header, row({})]).used).toEqual({
    'Item Name': 'title',
    SKU: 'sku',
    Description: 'description',
    Price: 'price',
    'Price Main Street': 'price',
  });
});

test('the older, shorter library is known as well', () => {
  const { system, fates } = readExport([
    'Token,Item Name,Variation Name,SKU,Description,Category,Price,Option Name 1,Option Value 1,Current Quantity Cafe,New Quantity Cafe,Tax - Mississippi(7%)',
    'A1,Mocha,Regular,,Sweet,Coffee,4.00,,,,,Y',
  ]);
  expect([system, fates]).toEqual(['Square', ['2 item Mocha']]);
});

test('sizes of one item fail, each with its own cell, and the others import', () => {
  const { fates, issues } = readExport([
    header,
    row({ 'Variation Name': 'Small', SKU: 'LAT-S' }),
    row({ 'Variation Name': 'Large', SKU: 'LAT-L' }),
    row({ 'Item Name': 'Scone', SKU: 'SC' }),
  ]);
  expect(fates).toEqual(['2 export_variation@E2', '3 export_variation@E3', '4 item Scone']);
  expect(issues.find(({ cell }) => cell === 'E3')).toMatchObject({
    message: expect.stringContaining('This row is one of several sizes or kinds ("Large") of "Latte" in Square.'),
  });
});

test('the regular size beside another one is a size, too', () => {
  const { fates } = readExport([header, row({}), row({ 'Variation Name': 'Large', SKU: 'LAT-L' })]);
  expect(fates).toEqual(['2 export_variation@E2', '3 export_variation@E3']);
});

test('two items of one name are two items where each has a SKU', () => {
  const { fates } = readExport([header, row({ SKU: 'A' }), row({ SKU: 'B' })]);
  expect(fates).toEqual(['2 item Latte', '3 item Latte']);
});

test('the name of an only size is not lost silently', () => {
  const { fates, issues } = readExport([header, row({ 'Variation Name': 'Bottle' })]);
  expect(fates).toEqual(['2 item Latte']);
  expect(issues).toMatchObject([
    { code: 'columns_unused' },
    { code: 'export_taxes_unused' },
    { code: 'export_variation_name', cell: 'E2' },
  ]);
});

test('a price that is asked for at the till is none', () => {
  const { fates } = readExport([header, row({ Price: 'variable' })]);
  expect(fates).toEqual(['2 export_variable_price@X2']);
});

test('what is archived, not sellable or switched off everywhere is not for sale', () => {
  const { fates } = readExport([
    header,
    row({ Archived: 'Y' }),
    row({ Sellable: 'N' }),
    row({ 'Enabled Main Street': 'N' }),
    row({ 'Item Name': 'Tea' }),
  ]);
  expect(fates).toEqual(['2 not_for_sale', '3 not_for_sale', '4 not_for_sale', '5 item Tea']);
});

test('a location with a price of its own must not be passed over', () => {
  const { fates, issues } = readExport([
    header,
    row({ 'Price Main Street': '4.00' }),
    row({ 'Item Name': 'Tea', 'Price Main Street': '3.50' }),
  ]);
  expect(fates).toEqual(['2 export_stores_differ@X2', '3 item Tea']);
  expect(issues.find(({ code }) => code === 'export_stores_differ')?.message).toContain('3.50 in "Price", 4.00 in "Price Main Street"');
});

test('columns without a place are named once, and only those that hold something', () => {
  const { issues } = readExport([header, row({})]);
  expect(issues.map(({ code, message }) => [code, message])).toEqual([
    ['columns_unused', `klikit's import has no place for these columns, so they were not used: "Token", "Categories".`],
    ['export_taxes_unused', expect.stringContaining('"Tax - Sales Tax (6.625%)"')],
  ]);
});
