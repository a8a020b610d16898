import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseMenu } from '../../functions/menu-import/menu/parse-menu.ts';
import { buildWorkbook } from '../support/build-workbook.ts';
import { defaults, entriesOf, fates, menuOf } from '../support/menu-reading.ts';

describe('the header row', () => {
  test('is found under banners and blank rows', () => {
    const menu = menuOf({ Menu: [['Warung Hoshi'], [], ['Valid from November', null, 'v2'], ['Title', 'Price'], ['Ramen', 60_000]] });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 4, rows: 1 });
    expect(fates(menu)).toEqual(['5 item']);
  });

  test('is understood whatever its case, spaces, punctuation and line breaks', () => {
    const [entry] = entriesOf(
      menuOf({
        Menu: [
          ['  TITLE\n(en) ', 'price (Rp):', 'V.A.T. %', 'Take away price'],
          ['Ramen', 60_000, 11, 65_000],
        ],
      }),
    );
    expect(entry?.content).toMatchObject({
      title: { en: 'Ramen' },
      vatPercent: 11,
      prices: { '1': { IDR: { price: 60_000, takeAwayPrice: 65_000 } } },
    });
  });

  test('that comes again further down is skipped', () => {
    expect(
      fates(
        menuOf({
          Menu: [
            ['Title', 'Price'],
            ['Ramen', 1],
            ['Title', 'Price'],
            ['Udon', 2],
          ],
        }),
      ),
    ).toEqual(['2 item', '3 repeated_header', '4 item']);
  });
});

describe('columns', () => {
  test('that nobody knows are named once, with the nearest known header', () => {
    const { issues } = menuOf({
      Menu: [
        ['Title', 'Price', 'Descripton', 'Supplier'],
        ['Ramen', 1, 'x', 'y'],
      ],
    });
    expect(issues.map(({ code, cell, message }) => [code, cell, message.includes('"Description"')])).toEqual([
      ['unknown_column_close', 'C1', true],
      ['unknown_column', 'D1', false],
    ]);
  });

  test('that say the same as another are not mixed up', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price', 'Harga'],
        ['Ramen', 1, 2],
      ],
    });
    expect(menu.issues).toMatchObject([{ code: 'duplicate_column', cell: 'C1' }]);
    expect(entriesOf(menu)[0]?.content.prices['1']).toEqual({ IDR: { price: 1, takeAwayPrice: 1 } });
  });

  test('with a bracket that nobody knows are not taken for the plain column', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price', 'Price (GrabFood)'],
        ['Ramen', 1, 2],
      ],
    });
    expect(menu.issues).toMatchObject([{ code: 'unknown_column', cell: 'C1' }]);
  });

  test('of a report that comes back are understood, and its results ignored', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price', 'Result', 'klikit ID', 'Link', 'What to do', 'Request IDs'],
        ['Ramen', 1, 'created', 29_653, 'linked', '', 'req_1'],
      ],
    });
    expect(menu.issues).toEqual([]);
    expect(entriesOf(menu)).toMatchObject([{ klikitId: 29_653, key: 'id:29653' }]);
  });
});

describe('prices', () => {
  test('for several providers and currencies are all sent', () => {
    const [entry] = entriesOf(
      menuOf({
        Menu: [
          ['Title', 'Price', 'Price [6]', 'Price [6] (USD)', 'Take-away price [6]'],
          ['Ramen', 60_000, 66_000, 4.5, 67_000],
        ],
      }),
    );
    expect(entry?.content.prices).toEqual({
      '1': { IDR: { price: 60_000, takeAwayPrice: 60_000 } },
      '6': { IDR: { price: 66_000, takeAwayPrice: 67_000 }, USD: { price: 4.5, takeAwayPrice: 4.5 } },
    });
  });

  test('of klikit itself must be there', () => {
    const rows = [
      ['Title', 'Price', 'Price [6]', 'Take-away price'],
      ['a', null, 2, null],
      ['b', null, null, null, 'x'],
      ['c', 1, null, 3],
      ['d', null, null, 3],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual([
      '2 klikit_price_missing@B2',
      '3 price_missing@B3',
      '4 item',
      '5 take_away_without_price@D5,price_missing@B5',
    ]);
  });

  test('and texts of control characters only are as good as empty', () => {
    expect(
      fates(
        menuOf({
          Menu: [
            ['Title', 'SKU', 'Price'],
            ['a', '\u0007', 1],
            ['b', null, '\u0000'],
          ],
        }),
      ),
    ).toEqual(['2 item', '3 price_missing@C3']);
  });

  test('that are free are 0, and never because they are empty', () => {
    expect(
      entriesOf(
        menuOf({
          Menu: [
            ['Title', 'Price'],
            ['Water', 0],
          ],
        }),
      )[0]?.content.prices['1'],
    ).toEqual({ IDR: { price: 0, takeAwayPrice: 0 } });
  });
});

describe('titles', () => {
  test('in other languages are sent; one in the language of the workbook must be there', () => {
    const menu = menuOf({
      Menu: [
        ['Title [id]', 'Title [en]', 'Price'],
        ['Mie', 'Noodles', 1],
        ['Soto', null, 1],
        [null, null, 1],
      ],
    });
    expect(entriesOf(menu)[0]?.content.title).toEqual({ id: 'Mie', en: 'Noodles' });
    expect(fates(menu)).toEqual(['2 item', '3 title_language_missing@B3', '4 title_missing@B4']);
  });

  test('without a language are in the language of the workbook', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price'],
        ['Mie', 1],
      ],
      Settings: [
        ['Language', 'Indonesian'],
        ['Currency', 'IDR'],
      ],
    });
    expect(entriesOf(menu)[0]?.content.title).toEqual({ id: 'Mie' });
  });
});

describe('items and options', () => {
  test('are told apart by their type in one sheet', () => {
    const rows = [
      ['Type', 'Title', 'Price', 'Modifier group'],
      ['item', 'a', 1, null],
      ['Modifier', 'b', 1, 'Size'],
      ['option', 'c', 1, 7],
      ['item', 'd', 1, 'Size'],
      ['option', 'e', 1, null],
      ['thing', 'f', 1, null],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual([
      '2 item',
      '3 modifier_option',
      '4 modifier_option',
      '5 item_with_group@D5',
      '6 option_without_group@D6',
      '7 type_unknown@A7',
    ]);
  });

  test('are told apart by their group where there is no type', () => {
    expect(
      fates(
        menuOf({
          Menu: [
            ['Title', 'Price', 'Modifier group'],
            ['a', 1, null],
            ['b', 1, 'Size'],
          ],
        }),
      ),
    ).toEqual(['2 item', '3 modifier_option']);
  });

  test('on a sheet of options all need a group, of their own or from above', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price'],
        ['a', 1],
      ],
      'Modifier options': [
        ['Title', 'Price', 'Modifier group'],
        ['b', 1, null],
        ['c', 1, 'Size'],
      ],
    });
    expect(fates(menu)).toEqual(['2 item', '2 option_without_group@C2', '3 modifier_option']);
  });

  test('take the next position of their group where they name none', () => {
    const rows = [
      ['Title', 'Price', 'Modifier group', 'Sequence'],
      ['a', 1, 'Size', null],
      ['b', 1, 'Ice', null],
      ['c', 1, 'Size', null],
      ['d', 1, 'Size', 9],
    ];
    expect(entriesOf(menuOf({ Options: rows })).map(({ link }) => link?.sequence)).toEqual([1, 1, 2, 9]);
  });
});

describe('settings', () => {
  test('hold for rows that say nothing else', () => {
    const sheets = {
      Menu: [
        ['Title', 'Price', 'VAT %', 'Visible on'],
        ['a', 1, null, null],
        ['b', 2, 5, '6'],
      ],
      Settings: [
        ['Currency', 'php'],
        ['Language', 'English'],
        ['VAT %', 12],
        ['Visible on', 'klikit, 6'],
      ],
    };
    const [a, b] = entriesOf(menuOf(sheets));
    expect(a?.content).toMatchObject({ vatPercent: 12, visibilities: { '1': true, '6': true }, prices: { '1': { PHP: { price: 1 } } } });
    expect(b?.content).toMatchObject({ vatPercent: 5, visibilities: { '6': true } });
  });

  test('that nobody knows are a warning', () => {
    expect(
      menuOf({
        Menu: [
          ['Title', 'Price'],
          ['a', 1],
        ],
        Settings: [['Colour', 'red']],
      }).issues,
    ).toMatchObject([{ code: 'unknown_setting', cell: 'A1' }]);
  });
});

describe('rows that are no menu rows', () => {
  test('are skipped with their reason, and everything else is an item', () => {
    const rows = [
      ['Title', 'SKU', 'Price'],
      ['PIZZA'],
      ['Margherita', 'P1', 1],
      ['Total', null, 1],
      ['* prices include tax'],
      ['Nasi goreng'],
      ['Hidden', 'H', 1],
      ['Drinks of the day'],
    ];
    const menu = menuOf({ Menu: { rows, hiddenRows: [7], merges: ['A8:C8'] } });
    expect(fates(menu)).toEqual([
      '2 section_title',
      '3 item',
      '4 total',
      '5 note',
      '6 price_missing@C6',
      '7 hidden_row',
      '8 section_title',
    ]);
  });

  test('are all rows of a hidden sheet', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price'],
        ['a', 1],
      ],
      Old: {
        rows: [
          ['Title', 'Price'],
          ['b', 1],
        ],
        hidden: true,
      },
    });
    expect(fates(menu)).toEqual(['2 item', '2 hidden_sheet']);
    expect(menu.issues).toMatchObject([{ code: 'sheet_hidden', sheet: 'Old' }]);
  });

  test('that are blank are counted', () => {
    expect(menuOf({ Menu: [['Title', 'Price'], [], ['a', 1], [], ['b', 2]] })).toMatchObject({ blankRows: 2 });
  });

  test('on a sheet that is no menu are named by the sheet', () => {
    const menu = menuOf({
      Menu: [
        ['Title', 'Price'],
        ['a', 1],
      ],
      Suppliers: [
        ['Company', 'Phone'],
        ['x', 'y'],
      ],
    });
    expect(menu.issues).toMatchObject([{ code: 'sheet_ignored', sheet: 'Suppliers' }]);
  });
});

describe('rows that are the same', () => {
  test('by SKU fail both; the same title with two SKUs is two dishes', () => {
    const rows = [
      ['Title', 'SKU', 'Price'],
      ['a', 'X', 1],
      ['b', 'X', 1],
      ['c', 'C1', 1],
      ['c', 'C2', 1],
      ['d', 'D1', 1],
      ['D', null, 1],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual([
      '2 duplicate_row@',
      '3 duplicate_row@',
      '4 item',
      '5 item',
      '6 duplicate_row@',
      '7 duplicate_row@',
    ]);
  });

  test('in two groups are two options', () => {
    const rows = [
      ['Title', 'Price', 'Modifier group'],
      ['Large', 1, 'Size'],
      ['Large', 1, 'Portion'],
      ['Large', 1, null],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 modifier_option', '3 modifier_option', '4 item']);
  });
});

test('whatever the cells, no row is lost or counted twice, and no sentence has a gap', () => {
  const value = fc.oneof(
    fc.constant(null),
    fc.string(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constantFrom('Title', 'Price', 'SKU', 'Type', 'item', 'Modifier group', 'PIZZA', 'Total', '85.000', '__proto__', 'constructor'),
  );
  const grid = fc.array(fc.array(value, { maxLength: 6 }), { maxLength: 12 });
  fc.assert(
    fc.property(grid, fc.boolean(), (rows, hidden) => {
      const workbook = buildWorkbook({ Menu: { rows: [['Title', 'Price', 'SKU', 'Modifier group', 'VAT %'], ...rows], hidden } });
      const reading = parseMenu(workbook, defaults);
      if (!reading.ok) return;
      const places = reading.menu.rows.map((row) => (row.outcome === 'entry' ? row.entry.row : row.place.row));
      const header = reading.menu.sheets[0]?.headerRow ?? 0;
      expect(places).toEqual(workbook.sheets[0]?.rows.map(({ row }) => row).filter((row) => row > header));
      const issues = [...reading.menu.issues, ...reading.menu.rows.flatMap((row) => (row.outcome === 'skipped' ? [] : row.issues))];
      // Only what a cell shows may look like a gap.
      const own = issues.filter(({ value: shown = '' }) => !/\{\w+\}/.test(shown)).map(({ message, fix }) => `${message} ${fix}`);
      expect(
        own.filter((sentence) =>
          /\{(?:cell|value|row|sheet|column|header|nearest|identity|others|found|length|allowed|first|second)\}/.test(sentence),
        ),
      ).toEqual([]);
    }),
    { numRuns: 2_000 },
  );
});
