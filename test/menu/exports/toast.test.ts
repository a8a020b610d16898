import { describe, expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

describe('the export of the menu manager', () => {
  const header =
    'Operation,Operation ID,Entity type,Version ID or operation ID,Number,Name,PLU,Price,Available at (target) name,Target GUID,Editable by (owner) name,Owner GUID,Menu group(s),Sales category name,Sales category multiLocation ID,POS name,Kitchen name,Pricing strategy,Location-specific target ID,"Location-specific ""applies To"" name",Location-specific prep time,Location-specific prep station multiLocation IDs,Location-specific pricing strategy,Location-specific base price,Menu multiLocation ID,Menu name,Menu price,Time price GUID,Time price,Time price days,Time price start,Time price end';
  const row = (name: string, strategy: string, type = 'MENU_ITEM') =>
    `Update,1,${type},6000,500,${name},1001,12.99,All,6fd3,All,6fd3,Bowls,Food,500,${name.toUpperCase()},CHILE,${strategy},,,,,,,,Lunch,,,,,,`;

  test('items import without renaming a column, named as guests read them', () => {
    const { system, entries } = readExport([header, row('Green chile bowl', 'BASE')]);
    expect(system).toBe('Toast');
    expect(entries).toMatchObject([
      {
        kind: 'item',
        title: 'Green chile bowl',
        content: { sku: '1001', prices: { '1': { USD: { price: 12.99, takeAwayPrice: 12.99 } } } },
      },
    ]);
  });

  test('only the columns of an item are read', () => {
    expect(readExport([header, row('Bowl', 'BASE')]).used).toEqual({ 'Entity type': 'type', Name: 'title', PLU: 'sku', Price: 'price' });
  });

  test('prices other than the base price fail', () => {
    const strategies = ['OPEN_PRICE', 'SIZE', 'TIME_SPECIFIC', 'MENU_SPECIFIC', 'LOCATION_SPECIFIC', 'PRICE_LEVEL'];
    const { fates } = readExport([header, ...strategies.map((strategy, position) => row(`Dish ${position}`, strategy))]);
    expect(fates).toEqual(['2 export_variable_price@R2', ...[3, 4, 5, 6, 7].map((number) => `${number} export_several_prices@R${number}`)]);
  });

  test('modifiers need a group, which the export does not name', () => {
    const { fates } = readExport([header, row('Extra chile', 'BASE', 'MODIFIER')]);
    expect(fates).toEqual(['2 option_without_group@']);
  });
});

describe('the spreadsheet of the bulk import', () => {
  const header =
    'Operation,Entity type,Operation ID,Name,Parent entity type,Parent version ID or operation ID,Pricing strategy or method,Price,Item description,PLU,SKU';

  test('makes items, and no groups', () => {
    const { system, entries, fates } = readExport([
      header,
      'CREATE,MENU_ITEM,1,BBQ sandwich,MENU_GROUP,500,BASE,10.50,Pulled pork,1002,BBQ-P',
      'CREATE,MODIFIER_GROUP,2,Protein,MENU_ITEM,1,PRICED_BY_MODIFIERS,,,,',
    ]);
    expect(system).toBe('Toast');
    expect(entries).toMatchObject([{ title: 'BBQ sandwich', content: { sku: 'BBQ-P', description: { en: 'Pulled pork' } } }]);
    expect(fates[1]).toBe('3 export_group_row@B3');
  });
});
