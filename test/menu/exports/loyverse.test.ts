import { describe, expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

const english =
  'Handle,SKU,Name,Category,Description,Sold by weight,Option 1 name,Option 1 value,Option 2 name,Option 2 value,Option 3 name,Option 3 value,Cost,Barcode,SKU of included item,Quantity of included item,Track stock,Available for sale [Warung],Price [Warung],In stock [Warung],Low stock [Warung],"Tax - ""VAT"" (11%)"';
const spanish =
  'Handle,REF,Nombre,Categoria,Descripción,Vendido por peso,Opción 1 nombre,Opción 1 valor,Opción 2 nombre,Opción 2 valor,Opción 3 nombre,Opción 3 valor,Coste,Codigo de barras,REF del componente,Cantidad del componente,Seguir el Inventario,Disponibles para la venta [Centro],Precio [Centro],En inventario [Centro],Existencias bajas [Centro],"impuesto - ""IVA"" (10%)"';

describe.each([
  ['in English', english],
  ['in Spanish', spanish],
])('%s', (_, header) => {
  test('items import without renaming a column', () => {
    const { system, entries, issues } = readExport([
      header,
      'soto-ayam,10001,Soto ayam,Soup,<p>Chicken soup</p>,N,,,,,,,1.10,,,,N,Y,2.50,,,Y',
    ]);
    expect(system).toBe('Loyverse');
    expect(entries).toMatchObject([
      {
        title: 'Soto ayam',
        content: { sku: '10001', description: { en: 'Chicken soup' }, prices: { '1': { USD: { price: 2.5 } } }, vatPercent: 0 },
      },
    ]);
    expect(issues.map(({ code }) => code)).toEqual(['columns_unused', 'export_taxes_unused']);
  });

  test('only the columns of an item are read', () => {
    const { used } = readExport([header, 'tea,1,Tea,,,N,,,,,,,,,,,N,Y,2.00,,,']);
    expect(Object.values(used)).toEqual(['sku', 'title', 'description', 'price']);
  });

  test('variants fail, also those that follow without a name', () => {
    const { fates, issues } = readExport([
      header,
      'latte,10001,Latte,Coffee,,N,Size,Small,,,,,,,,,N,Y,3.00,,,',
      'latte,10002,,,,,,Large,,,,,,,,,,Y,4.00,,,',
      'tea,10003,Tea,,,N,,,,,,,,,,,N,Y,2.00,,,',
    ]);
    expect(fates).toEqual(['2 export_variation@H2', '3 export_variation@H3', '4 item Tea']);
    expect(issues.find(({ cell }) => cell === 'H3')?.message).toContain(
      'This row is one of several sizes or kinds ("Large") of "Latte" in Loyverse.',
    );
  });

  test('a composite item is an item, and its components are no rows of the menu', () => {
    const { fates } = readExport([
      header,
      'set,10001,Lunch set,,,N,,,,,,,,,10002,1.000,N,Y,5.00,,,',
      ',,,,,,,,,,,,,,10003,2.000,,,,,,',
      'tea,10003,Tea,,,N,,,,,,,,,,,N,Y,2.00,,,',
    ]);
    expect(fates).toEqual(['2 item Lunch set', '3 export_detail', '4 item Tea']);
  });

  test('variable prices and prices by weight are none', () => {
    const { fates } = readExport([
      header,
      'tip,1,Tip,,,N,,,,,,,,,,,N,Y,variable,,,',
      'ham,2,Ham,,,Y,,,,,,,,,,,N,Y,9.00,,,',
      'tea,3,Tea,,,N,,,,,,,,,,,N,Y,2.00,,,',
    ]);
    expect(fates).toEqual(['2 export_variable_price@S2', '3 export_price_per_unit@F3', '4 item Tea']);
  });

  test('what no store sells is not for sale', () => {
    const { fates } = readExport([header, 'milk,1,Milk,,,N,,,,,,,,,,,Y,N,1.00,,,', 'tea,3,Tea,,,N,,,,,,,,,,,N,Y,2.00,,,']);
    expect(fates).toEqual(['2 not_for_sale', '3 item Tea']);
  });
});

describe('several stores', () => {
  const header =
    'Handle,SKU,Name,Category,Sold by weight,Available for sale [A],Price [A],In stock [A],Available for sale [B],Price [B],In stock [B]';

  test('that agree on the price, or of which one has none, are no matter', () => {
    const { fates, issues } = readExport([header, 'tea,1,Tea,,N,Y,2.00,,N,2,', 'pie,2,Pie,,N,Y,3.00,,Y,,']);
    expect(fates).toEqual(['2 item Tea', '3 item Pie']);
    expect(issues).toEqual([]);
  });

  test('that differ fail the row, because nobody knows which of them the import is for', () => {
    const { fates } = readExport([header, 'tea,1,Tea,,N,Y,2.00,,Y,2.50,', 'pie,2,Pie,,N,N,,,Y,3.00,', 'bun,3,Bun,,N,Y,1.00,,Y,1.00,']);
    expect(fates).toEqual(['2 export_stores_differ@G2', '3 export_stores_differ@J3', '4 item Bun']);
  });
});
