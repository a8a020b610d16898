import { describe, expect, test } from 'vitest';
import { recognizeEntries } from '../../functions/menu-import/menu/recognize-entries.ts';
import { knownFrom } from '../support/known-entity.ts';
import { menuEntry } from '../support/menu-entry.ts';

describe('a row of a later import', () => {
  test('that says the same is unchanged', () => {
    const known = knownFrom(menuEntry({ title: 'Ramen', sku: 'R1' }), 29_653);
    expect(recognizeEntries([menuEntry({ title: 'Ramen', sku: 'R1' })], [known])).toEqual([
      { state: 'unchanged', entity: known, klikitId: 29_653 },
    ]);
  });

  test('with another price is changed, and the price is named', () => {
    const known = knownFrom(menuEntry({ sku: 'R1', price: 45_000 }), 7);
    const [recognition] = recognizeEntries([menuEntry({ sku: 'R1', price: 50_000 })], [known]);
    expect(recognition).toMatchObject({
      state: 'changed',
      changes: [
        { field: 'prices.1.IDR.price', before: 45_000, after: 50_000 },
        { field: 'prices.1.IDR.takeAwayPrice', before: 45_000, after: 50_000 },
      ],
    });
  });

  test('that got a SKU since is found by its title, whatever its case and spaces', () => {
    const known = knownFrom(menuEntry({ title: 'Nasi Goreng' }), 7);
    const [recognition] = recognizeEntries([menuEntry({ title: ' nasi  GORENG', sku: 'N1' })], [known]);
    expect(recognition).toMatchObject({ state: 'changed', klikitId: 7 });
  });

  test('with the title of an entity that has another SKU is new', () => {
    const known = knownFrom(menuEntry({ title: 'Ramen', sku: 'R1' }), 7);
    expect(recognizeEntries([menuEntry({ title: 'Ramen', sku: 'R2' })], [known])).toEqual([{ state: 'new' }]);
  });

  test.each([
    ['case', 'r-1'],
    ['width', 'Ｒ-１'],
    ['spaces', ' R-1 '],
  ])('is found by its SKU whatever its %s', (_, sku) => {
    const known = knownFrom(menuEntry({ title: 'Ramen', sku: 'R-1' }), 7);
    expect(recognizeEntries([menuEntry({ title: 'Shoyu ramen', sku })], [known])).toMatchObject([{ state: 'changed', klikitId: 7 }]);
    expect(recognizeEntries([menuEntry({ title: 'Ramen', sku })], [known])).toMatchObject([{ klikitId: 7 }]);
  });

  test('whose letters are encoded in another way is unchanged', () => {
    const known = knownFrom(menuEntry({ title: 'Café', sku: 'É1', group: { title: 'Gelé' } }), 7);
    const row = menuEntry({ title: 'Cafe\u0301', sku: 'E\u03011', group: { title: 'Gele\u0301' } });
    expect(recognizeEntries([row], [known])).toMatchObject([{ state: 'unchanged', klikitId: 7 }]);
  });

  test('with the title of an entity of the other kind is new', () => {
    const known = knownFrom(menuEntry({ title: 'Egg' }), 7);
    expect(recognizeEntries([menuEntry({ title: 'Egg', group: { id: 3 } })], [known])).toEqual([{ state: 'new' }]);
  });

  test('with the same option in another group is new', () => {
    const known = knownFrom(menuEntry({ title: 'Large', group: { id: 3 } }), 7);
    expect(recognizeEntries([menuEntry({ title: 'Large', group: { id: 4 } })], [known])).toEqual([{ state: 'new' }]);
  });

  test('finds its option whether the group is named by its number or its title', () => {
    const known = { ...knownFrom(menuEntry({ title: 'Large', group: { id: 3 } }), 7), group: { id: 3, title: 'Size' } };
    const rows = [menuEntry({ title: 'Large', group: { id: 3 } }), menuEntry({ title: 'Large', group: { title: 'Size' } })];
    for (const row of rows) expect(recognizeEntries([row], [known])).toMatchObject([{ state: 'unchanged', klikitId: 7 }]);
  });

  test('whose SKU and title mean two entities is a conflict', () => {
    const known = [knownFrom(menuEntry({ title: 'Ramen', sku: 'R1' }), 7, 'a'), knownFrom(menuEntry({ title: 'Udon' }), 8, 'b')];
    const [recognition] = recognizeEntries([menuEntry({ title: 'Udon', sku: 'R1' })], known);
    expect(recognition).toMatchObject({ state: 'conflict', finding: { code: 'conflicting_identity' } });
  });

  test('with a klikit ID that no import made is a conflict', () => {
    const [recognition] = recognizeEntries([menuEntry({ klikitId: 99 })], []);
    expect(recognition).toMatchObject({ state: 'conflict', finding: { code: 'klikit_id_unknown' } });
  });

  test('that was in doubt stays in doubt, and a klikit ID settles it', () => {
    const known = knownFrom(menuEntry(), undefined);
    expect(recognizeEntries([menuEntry()], [known])).toEqual([{ state: 'in_doubt', entity: known }]);
    expect(recognizeEntries([menuEntry({ klikitId: 99 })], [known])).toMatchObject([{ state: 'unchanged', klikitId: 99 }]);
  });

  test('that means the same entity as another row is a conflict, and so is the other', () => {
    const known = { ...knownFrom(menuEntry({ title: 'Ramen', sku: 'R1' }), 7), titles: ['ramen', 'old ramen'] };
    const rows = [menuEntry({ row: 2, title: 'Ramen', sku: 'R1' }), menuEntry({ row: 3, title: 'Old ramen' })];
    expect(recognizeEntries(rows, [known])).toMatchObject([
      { state: 'conflict', finding: { code: 'duplicate_row', params: { others: { list: [{ params: { row: 3, sheet: 'Items' } }] } } } },
      { state: 'conflict', finding: { code: 'duplicate_row', params: { others: { list: [{ params: { row: 2, sheet: 'Items' } }] } } } },
    ]);
  });
});
