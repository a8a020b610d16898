import { expect, test } from 'vitest';
import { findMenuEntries } from '../../functions/menu-import/klikit/menu-entries.ts';

test('entries with a SKU are found wherever they stand, once each, whatever else the tree holds', () => {
  const ramen = { id: 7, skuID: 'R1', title: { en: 'Ramen' } };
  const tree = {
    menu: {
      sections: [
        { id: 1, categories: [{ id: 2, items: [ramen, { id: '8', skuID: 'R2' }, { id: 9, skuID: '' }, { id: 10 }, { skuID: 'R3' }] }] },
        { popular: [ramen, null, 'x', { id: -1, skuID: 'R4' }, { id: 11, skuID: 5 }] },
      ],
    },
  };
  expect(findMenuEntries(tree, 'skuID')).toEqual([
    { id: 7, sku: 'R1' },
    { id: 8, sku: 'R2' },
  ]);
});

test('the name of the field is the one that is configured', () => {
  expect(findMenuEntries({ items: [{ id: 7, sku: 'R1' }] }, 'sku')).toEqual([{ id: 7, sku: 'R1' }]);
});
