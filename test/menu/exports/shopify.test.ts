import { expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

const older =
  'Handle,Title,Body (HTML),Vendor,Product Category,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Inventory Policy,Variant Fulfillment Service,Variant Price,Variant Compare At Price,Variant Requires Shipping,Variant Taxable,Variant Barcode,Image Src,Image Position,Image Alt Text,Gift Card,SEO Title,SEO Description,Google Shopping / Google Product Category,Google Shopping / Gender,Google Shopping / Custom Product,Variant Image,Variant Weight Unit,Variant Tax Code,Cost per item,Included / United States,Price / International,Compare At Price / International,Status';
const newer =
  'Title,URL handle,Description,Vendor,Product category,Type,Tags,Published on online store,Status,SKU,Barcode,Option1 name,Option1 value,Option1 Linked To,Option2 name,Option2 value,Option2 Linked To,Option3 name,Option3 value,Option3 Linked To,Price,Compare-at price,Cost per item,Charge tax,Tax code,Unit price total measure,Unit price total measure unit,Unit price base measure,Unit price base measure unit,Inventory tracker,Inventory quantity,Continue selling when out of stock,Weight value (grams),Weight unit for display,Requires shipping,Fulfillment service,Product image URL,Image position,Image alt text,Variant image URL,Gift card,SEO title,SEO description,Google Shopping / Google product category';

/** A row with these cells, in the order of a header. */
const rowOf = (header: string) => (cells: Readonly<Record<string, string>>) =>
  header
    .split(',')
    .map((name) => cells[name] ?? '')
    .join(',');
const old = rowOf(older);
const cake = {
  Handle: 'cake',
  Title: 'Cheese cake',
  Type: 'Cakes',
  Published: 'true',
  'Option1 Name': 'Title',
  'Option1 Value': 'Default Title',
  'Variant SKU': 'CC-1',
  'Variant Price': '25.00',
  Status: 'active',
};

test('products of the older export import without renaming a column, their HTML as text', () => {
  const { system, entries } = readExport([
    older,
    old({ ...cake, 'Body (HTML)': '"<p>Rich &amp; <b>creamy</b></p><ul><li>8 portions</li></ul>"', 'Variant Taxable': 'true' }),
  ]);
  expect(system).toBe('Shopify');
  expect(entries).toMatchObject([
    {
      kind: 'item',
      title: 'Cheese cake',
      content: { sku: 'CC-1', description: { en: 'Rich & creamy\n8 portions' }, prices: { '1': { USD: { price: 25 } } } },
    },
  ]);
});

test('so do products of the newer export', () => {
  const { system, entries } = readExport([
    newer,
    rowOf(newer)({
      Title: 'Cheese cake',
      'URL handle': 'cake',
      Description: 'Creamy',
      Type: 'Cakes',
      'Published on online store': 'TRUE',
      Status: 'Active',
      SKU: 'CC-1',
      'Option1 name': 'Title',
      'Option1 value': 'Default Title',
      Price: '25.00',
    }),
  ]);
  expect(system).toBe('Shopify');
  expect(entries).toMatchObject([
    { title: 'Cheese cake', content: { sku: 'CC-1', description: { en: 'Creamy' }, prices: { '1': { USD: { price: 25 } } } } },
  ]);
});

test('only the columns of an item are read', () => {
  expect(readExport([older, old(cake)]).used).toEqual({
    Title: 'title',
    'Body (HTML)': 'description',
    'Variant SKU': 'sku',
    'Variant Price': 'price',
  });
  expect(readExport([newer, rowOf(newer)({ Title: 'Pie', Price: '1.00' })]).used).toEqual({
    Title: 'title',
    Description: 'description',
    SKU: 'sku',
    Price: 'price',
  });
});

test('variants fail, also those that follow without a title', () => {
  const { fates, issues } = readExport([
    older,
    old({ ...cake, 'Option1 Name': 'Size', 'Option1 Value': 'Small', 'Option2 Value': 'Plain' }),
    old({ Handle: 'cake', 'Option1 Value': 'Large', 'Option2 Value': 'Plain', 'Variant Price': '40.00' }),
  ]);
  expect(fates).toEqual(['2 export_variation@J2', '3 export_variation@J3']);
  expect(issues.find(({ cell }) => cell === 'J3')?.message).toContain('("Large, Plain") of "Cheese cake" in Shopify');
});

test('a row with a further picture is no row of the menu', () => {
  const { fates } = readExport([
    older,
    old({ ...cake, 'Image Src': 'https://example.com/1.jpg', 'Image Position': '1' }),
    old({ Handle: 'cake', 'Image Src': 'https://example.com/2.jpg', 'Image Position': '2' }),
  ]);
  expect(fates).toEqual(['2 item Cheese cake', '3 export_detail']);
});

test('a product with one size that has a name is an item, however many pictures it has', () => {
  const { fates, issues } = readExport([
    older,
    old({ ...cake, 'Option1 Name': 'Size', 'Option1 Value': 'Whole' }),
    old({ Handle: 'cake', 'Image Src': 'https://example.com/2.jpg' }),
  ]);
  expect(fates).toEqual(['2 item Cheese cake', '3 export_detail']);
  expect(issues.find(({ cell }) => cell === 'J2')).toMatchObject({ code: 'export_variation_name', severity: 'warning' });
});

test('of many unused columns the first are named, and the others counted', () => {
  const everything = Object.fromEntries(older.split(',').map((name) => [name, 'x']));
  const { issues } = readExport([older, old({ ...everything, ...cake })]);
  const [, columns = ''] = issues.find(({ code }) => code === 'columns_unused')?.message.split(': ') ?? [];
  expect(columns).toMatch(/^"Vendor", (?:"[^"]+", ){10}"[^"]+" and \d+ more\.$/);
});

test('drafts, archived and unpublished products are not for sale, and neither are their variants', () => {
  const { fates } = readExport([
    older,
    old({ ...cake, Status: 'draft' }),
    old({ ...cake, Handle: 'pie', Title: 'Pie', 'Option1 Value': 'Small', Status: 'archived' }),
    old({ Handle: 'pie', 'Option1 Value': 'Large', 'Variant Price': '40.00' }),
    old({ ...cake, Handle: 'bun', Title: 'Bun', Published: 'false' }),
  ]);
  expect(fates).toEqual(['2 not_for_sale', '3 not_for_sale', '4 not_for_sale', '5 not_for_sale']);
});

test('a product without a title or a price is not passed over', () => {
  const { fates } = readExport([
    older,
    old({ ...cake, 'Variant Price': '' }),
    old({ ...cake, Handle: 'pie', Title: '', 'Image Src': 'https://example.com/1.jpg' }),
  ]);
  expect(fates).toEqual(['2 price_missing@U2', '3 title_missing@B3']);
});
