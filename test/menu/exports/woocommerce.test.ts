import { expect, test } from 'vitest';
import { readExport } from '../../support/read-export.ts';

const header =
  'ID,Type,SKU,"GTIN, UPC, EAN, or ISBN",Name,Published,"Is featured?","Visibility in catalog","Short description",Description,"Date sale price starts","Date sale price ends","Tax status","Tax class","In stock?",Stock,"Low stock amount","Backorders allowed?","Sold individually?","Weight (kg)","Length (cm)","Width (cm)","Height (cm)","Allow customer reviews?","Purchase note","Sale price","Regular price",Categories,Tags,"Shipping class",Images,"Download limit","Download expiry days",Parent,"Grouped products",Upsells,Cross-sells,"External URL","Button text",Position,"Attribute 1 name","Attribute 1 value(s)","Attribute 1 visible","Attribute 1 global"';

interface Product {
  type?: string;
  name?: string;
  published?: string;
  short?: string;
  long?: string;
  regular?: string;
  parent?: string;
  size?: string;
}

function product({ type = 'simple', name = 'Rendang', published = '1', short, long, regular = '6.00', parent, size }: Product): string {
  const quoted = [short, long].map((text) => (text === undefined ? '' : `"${text}"`));
  return `29,"${type}",R1,,${name},${published},0,visible,${quoted.join()},,,taxable,,1,,,0,0,,,,,0,,,${regular},Mains,,,,,,${parent ?? ''},,,,,,7,Size,${size ?? ''},1,1`;
}

test('simple products import without renaming a column; type, ID and position are those of the shop', () => {
  const { system, entries } = readExport([header, product({ short: '<p>Beef<br>slowly cooked</p>', long: '<p>Long story</p>' })]);
  expect(system).toBe('WooCommerce');
  expect(entries).toMatchObject([
    {
      kind: 'item',
      key: 'sku:R1',
      title: 'Rendang',
      content: { sku: 'R1', description: { en: 'Beef\nslowly cooked' }, prices: { '1': { USD: { price: 6 } } } },
    },
  ]);
});

test('only the columns of an item are read', () => {
  expect(readExport([header, product({})]).used).toEqual({
    SKU: 'sku',
    Name: 'title',
    'Short description': 'description',
    Description: 'description',
    'Regular price': 'price',
  });
});

test('the long description counts where there is no short one', () => {
  const { entries } = readExport([header, product({ long: 'Beef' })]);
  expect(entries).toMatchObject([{ content: { description: { en: 'Beef' } } }]);
});

test('variable products, their variations and groups fail, each in its own words', () => {
  const { fates, issues } = readExport([
    header,
    product({ type: 'variable', name: 'Satay', regular: '' }),
    product({ type: 'variation, virtual', name: 'Satay - Large', parent: 'id:29', size: 'Large' }),
    product({ type: 'grouped', name: 'Party box', regular: '' }),
    product({ type: 'simple, virtual', name: 'Voucher' }),
  ]);
  expect(fates).toEqual(['2 export_several_products@B2', '3 export_variation@B3', '4 export_several_products@B4', '5 item Voucher']);
  expect(issues.find(({ cell }) => cell === 'B3')?.message).toContain(
    'This row is one of several sizes or kinds ("Large") of "Satay - Large" in WooCommerce.',
  );
});

test('a name that the shop keeps as HTML is sent as it reads', () => {
  const { entries } = readExport([header, product({ name: 'Fish &amp; chips' })]);
  expect(entries).toMatchObject([{ title: 'Fish & chips', content: { title: { en: 'Fish & chips' } } }]);
});

test('private products and drafts are not for sale', () => {
  const { fates } = readExport([header, product({ published: '0' }), product({ published: '-1' }), product({})]);
  expect(fates).toEqual(['2 not_for_sale', '3 not_for_sale', '4 item Rendang']);
});
