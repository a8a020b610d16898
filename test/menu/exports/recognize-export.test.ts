import { expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

test.each([
  'Handle,Name,SKU,Price',
  'Token,Item Name,Price,Category',
  'Item Name,Variation Name,Price',
  'Name,Type,SKU,Price,Published',
  'Title,Handle,Price,Status',
  'Name,Price,Price Type,Hidden?',
  'Name,Price,Sold by weight,Track stock',
  'Operation,Entity type,Name,Price',
])("a merchant's own sheet is none: %s", (header) => {
  const cells = header.split(',').map((name) => ({ Price: '5', Type: 'item' })[name] ?? 'x');
  expect(readExport([header, cells.join(',')]).system).toBeUndefined();
});

test('a sheet below a banner, with other case and spaces, is still recognised', () => {
  const { system, entries } = readExport(['My menu', 'TOKEN, item name ,Variation  Name,sku,PRICE', 'A1,Latte,Regular,L1,3.50']);
  expect([system, entries[0]?.title]).toEqual(['Square', 'Latte']);
});

test('columns that the merchant has added keep their meaning', () => {
  const { entries, issues } = readExport([
    'Token,Item Name,Variation Name,SKU,Price,Take-away price,Title [id],VAT %',
    'A1,Latte,Regular,L1,3.50,4.00,Latte susu,11',
  ]);
  expect(entries[0]?.content).toMatchObject({
    title: { en: 'Latte', id: 'Latte susu' },
    vatPercent: 11,
    prices: { '1': { USD: { price: 3.5, takeAwayPrice: 4 } } },
  });
  expect(issues.map(({ code }) => code)).toEqual(['columns_unused']);
});
