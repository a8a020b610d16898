import { expect, test } from 'vitest';
import { buildItemBody } from '../../functions/menu-import/klikit/build-item-body.ts';
import { buildLinkBody } from '../../functions/menu-import/klikit/build-link-body.ts';
import { menuEntry } from '../support/menu-entry.ts';

const names = { sku: 'skuID', preparation: 'preparationTime' };
const pizza = {
  title: { en: 'Nasi goreng' },
  vat: 11,
  visibilities: { '1': true },
  prices: { '1': { IDR: { price: 45_000, takeAwayPrice: 45_000 } } },
  isEnabled: true,
  fromAPI: true,
};

test('an item says what its row says, and nothing else', () => {
  expect(buildItemBody(menuEntry(), names)).toEqual(pizza);
});

test('a modifier option says that it is one', () => {
  expect(buildItemBody(menuEntry({ group: { id: 3 } }), names)).toEqual({ ...pizza, onlyModifier: true });
});

test('what a row says more goes by the names that the deployment knows', () => {
  const { kind, content } = menuEntry({ sku: '007' });
  const full = { kind, content: { ...content, description: { id: 'Enak' }, enabled: false, preparationMinutes: 0 } };
  expect(buildItemBody(full, names)).toEqual({
    ...pizza,
    description: { id: 'Enak' },
    isEnabled: false,
    skuID: '007',
    preparationTime: 0,
  });
  expect(buildItemBody(full, { sku: 'sku', preparation: 'prep' })).toMatchObject({ sku: '007', prep: 0 });
});

test('a link attaches, and never takes away', () => {
  const attach = [{ id: 7, sequence: 1 }];
  expect(buildLinkBody(3, attach)).toEqual({ modifierGroupID: 3, attach });
});
