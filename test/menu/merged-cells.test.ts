import { describe, expect, test } from 'vitest';
import { MergedRanges } from '../../functions/menu-import/menu/merged-ranges.ts';
import { entriesOf, fates, menuOf, warningsOf } from '../support/menu-reading.ts';

describe('a value merged over several rows', () => {
  const rows = [
    ['Title', 'Price', 'VAT %', 'Enabled', 'Visible on', 'Preparation minutes', 'Description'],
    ['Ramen', 60_000, 11, 'no', 'klikit, 6', 15, 'Soup'],
    ['Udon'],
    ['Soba', 50_000],
  ];
  const merges = ['B2:B3', 'C2:C4', 'D2:D4', 'E2:E4', 'F2:F4', 'G2:G3'];

  test('counts for each of them, with a warning that names the range', () => {
    const menu = menuOf({ Menu: { rows, merges } });
    const [ramen, udon, soba] = entriesOf(menu);
    expect({ ...udon?.content, title: {} }).toEqual({ ...ramen?.content, title: {} });
    expect(soba?.content).toMatchObject({ vatPercent: 11, enabled: false, preparationMinutes: 15 });
    expect(soba?.content).not.toHaveProperty('description');
    expect(warningsOf(menu)).toEqual([
      ...['B3', 'C3', 'D3', 'E3', 'F3', 'G3'].map((cell) => `merged_value@${cell}`),
      ...['C4', 'D4', 'E4', 'F4'].map((cell) => `merged_value@${cell}`),
    ]);
    expect(menu.rows[1]).toMatchObject({ issues: [{ message: expect.stringContaining('B2:B3'), value: '60000' }, {}, {}, {}, {}, {}] });
  });

  test('that cannot be read fails each of them, and names the cell where it stands', () => {
    const unreadable = [
      ['Title', 'Price'],
      ['Ramen', '85k'],
      ['Udon', null],
    ];
    expect(fates(menuOf({ Menu: { rows: unreadable, merges: ['B2:B3'] } }))).toEqual([
      '2 price_unreadable@B2',
      '3 merged_value@B3,price_unreadable@B2',
    ]);
  });

  test('is not carried beyond its merge, and never guessed without one', () => {
    const beyond = [
      ['Title', 'Price'],
      ['Ramen', 60_000],
      ['Udon', null],
      ['Soba', null],
    ];
    expect(fates(menuOf({ Menu: { rows: beyond, merges: ['B2:B3'] } }))).toEqual(['2 item', '3 item', '4 price_missing@B4']);
  });

  test('does not come out of the header', () => {
    const merged = [
      ['Title', 'Price'],
      ['Ramen', null],
    ];
    expect(fates(menuOf({ Menu: { rows: merged, merges: ['B1:B2'] } }))).toEqual(['2 price_missing@B2']);
    const further = [
      ['Title', 'Price'],
      ['Ramen', 1],
      ['SKU', 'Title', 'Price'],
      ['U1', 'Udon'],
    ];
    expect(fates(menuOf({ Menu: { rows: further, merges: ['C3:C4'] } })).at(-1)).toBe('4 price_missing@C4');
  });

  test('gives way to a cell of the row itself', () => {
    const own = [
      ['Title', 'Price'],
      ['Ramen', 60_000],
      ['Udon', 50_000],
    ];
    const menu = menuOf({ Menu: { rows: own, merges: ['B2:B3'] } });
    expect(entriesOf(menu)[1]?.content.prices['1']).toMatchObject({ IDR: { price: 50_000 } });
    expect(warningsOf(menu)).toEqual([]);
  });
});

describe('what tells dishes apart, merged over several rows,', () => {
  test('is no title for the lower rows, and the message says why', () => {
    const rows = [
      ['Title', 'Size', 'Price'],
      ['Ramen', 'Small', 50_000],
      [null, 'Large', 60_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A2:A3'] } });
    expect(fates(menu)).toEqual(['2 item', '3 title_merged@A3']);
    expect(menu.rows[1]).toMatchObject({
      issues: [{ message: expect.stringContaining('A2:A3'), fix: expect.stringContaining('Unmerge A2:A3') }],
    });
  });

  test('is no SKU, no klikit ID and no sequence for the lower rows', () => {
    const rows = [
      ['Title', 'SKU', 'klikit ID', 'Price', 'Modifier group', 'Sequence'],
      ['Mild', 'S1', 29_653, 0, 'Spice', 4],
      ['Hot', null, null, 0, 'Spice', null],
    ];
    const menu = menuOf({ Options: { rows, merges: ['B2:B3', 'C2:C3', 'F2:F3'] } });
    const [, hot] = entriesOf(menu);
    expect(hot).toMatchObject({ key: 'title:hot@spice', link: { sequence: 2 } });
    expect(hot?.content).not.toHaveProperty('sku');
    expect(warningsOf(menu)).toEqual(['merged_not_shared@B3', 'merged_not_shared@C3', 'merged_not_shared@F3']);
  });

  test('is no title in another language for the lower rows', () => {
    const rows = [
      ['Title [en]', 'Title [id]', 'Price'],
      ['Noodles', 'Mie', 1],
      ['Rice', null, 1],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['B2:B3'] } });
    expect(entriesOf(menu)[1]?.content.title).toEqual({ en: 'Rice' });
    expect(warningsOf(menu)).toEqual(['merged_not_shared@B3']);
  });
});

describe('a header merged over several columns', () => {
  test('means the one with the amounts, and the one with the names', () => {
    const rows = [
      ['Menu', null, 'Price', null],
      ['PIZZA', null, null, null],
      [1, 'Margherita', 'Rp', 60_000],
      [2, 'Diavola', 'Rp', 65_000],
      [3, 'Funghi', 'Rp', 65_000],
      [4, 'Marinara', 'Rp', 'Rp 50.000'],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A1:B1', 'C1:D1'] } });
    expect(entriesOf(menu).map(({ title, content }) => [title, content.prices['1']?.['IDR']?.price])).toEqual([
      ['Margherita', 60_000],
      ['Diavola', 65_000],
      ['Funghi', 65_000],
      ['Marinara', 50_000],
    ]);
    expect(menu.issues).toEqual([]);
    expect(menu.sheets[0]?.columns).toEqual([
      { column: 'B', header: 'Menu', field: 'title' },
      { column: 'D', header: 'Price', field: 'price' },
    ]);
  });

  test('means the first where two of them hold amounts, and says what was ignored', () => {
    const rows = [
      ['Title', 'Price', null],
      ['Ramen', 60_000, 66_000],
      ['Udon', null, 55_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['B1:C1'] } });
    expect(entriesOf(menu)[0]?.content.prices['1']).toMatchObject({ IDR: { price: 60_000 } });
    expect(fates(menu)).toEqual(['2 item', '3 price_missing@B3']);
    expect(menu.issues).toMatchObject([{ code: 'column_without_header', message: expect.stringContaining('column C') }]);
  });

  test('means the first where another one has a header of its own below', () => {
    const rows = [
      ['Title', 'Price', null],
      [null, null, 'USD'],
      ['Ramen', null, 4],
    ];
    const [ramen] = entriesOf(menuOf({ Menu: { rows, merges: ['A1:A2', 'B1:C1'] } }));
    expect(ramen?.content.prices).toEqual({ '1': { USD: { price: 4, takeAwayPrice: 4 } } });
  });
});

describe('merged ranges', () => {
  test('are found among very many', () => {
    const merges = Array.from({ length: 20_000 }, (_, n) => `B${2 * n + 1}:C${2 * n + 2}`);
    const ranges = new MergedRanges({ merges });
    expect(ranges.fromAbove(30_002, 2)?.range).toBe('B30001:C30002');
    expect(ranges.fromAbove(30_001, 2)).toBeUndefined();
    expect(ranges.fromAbove(30_002, 3)).toBeUndefined();
    expect(ranges.acrossColumns(30_001, 3)?.left).toBe(2);
  });

  test('that are no ranges, or lie over each other, do no harm', () => {
    const ranges = new MergedRanges({ merges: ['', 'x', 'A1', 'A1:A5', 'A1:XFD1048576', 'A3:A4'] });
    expect(ranges.fromAbove(4, 1)?.range).toBe('A3:A4');
  });
});
