import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SheetReading } from '../../functions/menu-import/menu/sheet-reading.ts';
import { entriesOf, fates, menuOf, readingOf } from '../support/menu-reading.ts';

type Value = string | number | null;

const fieldsOf = ({ columns = [] }: Partial<SheetReading> = {}) => columns.map(({ column, field }) => `${column} ${field}`);

describe('the header', () => {
  test('is found below a merged banner, a settings line, blank rows and a date', () => {
    const rows = [
      [],
      ['WARUNG HOSHI'],
      ['Price list', null, 'Valid from', { type: 'date' as const, value: '2026-11-01' }],
      ['VAT', 11],
      [],
      ['Title', 'SKU', 'Price'],
      ['Ramen', 'R1', 60_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A2:C3'] } });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 6, because: 'Row 6 has 3 known headers, titles and prices among them.' });
    expect(fates(menu)).toEqual(['7 item']);
    expect(menu.issues).toEqual([]);
  });

  test.each<[string, Value[][]]>([
    [
      'when dishes are called like columns',
      [
        ['Masakan', 'Price', 'Title'],
        ['Details', 20, 'Option'],
        ['Description', 30, 'SKU'],
      ],
    ],
    [
      'when they stand in a sheet whose own header is hardly known',
      [
        ['Hidangan kami', 'Harga', 'Nama'],
        ['Price', 25_000, 'Modifier'],
        ['Enabled', 'Rp 30.000', 'Description'],
      ],
    ],
  ])('is never a row of the menu %s', (_, rows) => {
    expect(menuOf({ Menu: rows }).sheets[0]?.headerRow).toBe(1);
  });

  test('is missing where only rows of the menu look like one', () => {
    const rows = [
      ['Option', 25_000, 'available'],
      ['Details', 30_000, 'active'],
    ];
    expect(readingOf({ Menu: rows })).toMatchObject({ ok: false, refusal: { code: 'no_header_row' } });
  });

  test('is the first that names titles and prices, so that nothing above a better one is lost', () => {
    const rows = [
      ['Title', 'Price'],
      ['Ramen', 1],
      ['Title', 'Price', 'Description'],
      ['Udon', 2, 'Thick noodles'],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 item', '3 repeated_header', '4 item']);
  });

  test('that stands below rows with prices is reported', () => {
    const rows = [
      ['Hidangan', 'Sepiring'],
      ['Ramen', 1],
      ['Udon', 2],
      ['Soba', 3],
      ['Title', 'Price'],
      ['Miso', 4],
    ];
    expect(menuOf({ Menu: rows }).issues).toMatchObject([{ code: 'rows_above_header', row: 5 }]);
  });

  test('of a column that is hidden gives way to one that the merchant sees', () => {
    const menu = menuOf({
      Menu: {
        rows: [
          ['Title', 'Price', 'Harga'],
          ['Ramen', 1, 2],
        ],
        hiddenColumns: [2],
      },
    });
    expect(entriesOf(menu)[0]?.content.prices['1']).toEqual({ IDR: { price: 2, takeAwayPrice: 2 } });
    expect(menu.issues).toMatchObject([{ code: 'duplicate_column', cell: 'B1' }]);
  });

  test('that is missing above a filled column is reported once', () => {
    const rows = [
      ['Title', 'Price'],
      ['Ramen', 1, 'hot', null, 'x'],
      ['Udon', 2, 'mild'],
      ['Total', 3, null, 'y'],
    ];
    expect(menuOf({ Menu: rows }).issues).toMatchObject([{ code: 'column_without_header', message: expect.stringContaining('C, E') }]);
  });
});

test('a second table beside the first is reported as one, because its rows are lost', () => {
  const rows = [
    ['Name', 'Price', null, 'Name', 'Price'],
    ['Ramen', 60_000, null, 'Tea', 12_000],
  ];
  expect(menuOf({ Menu: rows }).issues).toMatchObject([
    { code: 'table_beside_another', cell: 'D1', message: expect.stringContaining('in the columns D, E') },
  ]);
  expect(fieldsOf(menuOf({ Menu: rows }).sheets[0])).toEqual(['A title', 'B price', 'D unused', 'E unused']);
});

describe('a header in two rows', () => {
  test('may have labels above: the lower row is the header', () => {
    const rows = [
      ['Item details', null, null, 'Pricing', null],
      ['Title', 'Description', 'SKU', 'Price', 'VAT %'],
      ['Ramen', 'Soup', 'R1', 60_000, 11],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A1:C1', 'D1:E1'] } });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 2 });
    expect(menu.sheets[0]).not.toHaveProperty('headerRows');
    expect(fates(menu)).toEqual(['3 item']);
  });

  test('may have its languages and currencies below, and single headers merged over both rows', () => {
    const rows = [
      ['SKU', 'Title', null, 'Price', null],
      [null, 'English', 'Indonesian', 'IDR', 'USD'],
      ['R1', 'Noodles', 'Mie', 60_000, 4.5],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A1:A2', 'B1:C1', 'D1:E1'] } });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 2, headerRows: [1, 2] });
    expect(fieldsOf(menu.sheets[0])).toEqual(['A sku', 'B title (en)', 'C title (id)', 'D price (IDR)', 'E price (USD)']);
    expect(fates(menu)).toEqual(['3 item']);
  });

  test('may have its providers below, as words and as numbers', () => {
    const rows = [
      ['Title', 'Price', null, null],
      [null, 'klikit', '[6]', 7],
      ['Ramen', 60_000, 66_000, 67_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A1:A2', 'B1:D1'] } });
    expect(fieldsOf(menu.sheets[0])).toEqual(['A title', 'B price (provider 1)', 'C price (provider 6)', 'D price (provider 7)']);
  });

  test('may tell dining in from taking away', () => {
    const rows = [
      ['Title', 'Price', null],
      [null, 'Dine in', 'Take-away'],
      ['Ramen', 60_000, 66_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['B1:C1'] } });
    expect(entriesOf(menu)[0]?.content.prices['1']).toEqual({ IDR: { price: 60_000, takeAwayPrice: 66_000 } });
  });

  test('may have its languages above', () => {
    const rows = [
      ['English', null, 'Indonesian', null, null],
      ['Title', 'Description', 'Title', 'Description', 'Price'],
      ['Noodles', 'Thick', 'Mie', 'Tebal', 60_000],
    ];
    const menu = menuOf({ Menu: { rows, merges: ['A1:B1', 'C1:D1'] } });
    expect(entriesOf(menu)[0]?.content).toMatchObject({ title: { en: 'Noodles', id: 'Mie' }, description: { en: 'Thick', id: 'Tebal' } });
  });

  test('may have its units in a row of their own', () => {
    const rows = [
      ['Title', 'Price', 'VAT', 'Prep time'],
      [null, '(USD)', '%', '(min)'],
      ['Ramen', 6, 11, 15],
    ];
    const menu = menuOf({ Menu: rows });
    expect(fieldsOf(menu.sheets[0])).toEqual(['A title', 'B price (USD)', 'C vat', 'D preparationMinutes']);
    expect(fates(menu)).toEqual(['3 item']);
  });

  test('never takes the price of another platform for the price of klikit', () => {
    const below = [
      ['Title', 'Price', null],
      [null, 'GrabFood', 'klikit'],
      ['Ramen', 66_000, 60_000],
    ];
    const above = [
      [null, 'GrabFood', 'klikit'],
      ['Title', 'Price', 'Price'],
      ['Ramen', 66_000, 60_000],
    ];
    for (const sheet of [{ rows: below, merges: ['B1:C1'] }, { rows: above }]) {
      const menu = menuOf({ Menu: sheet });
      expect(entriesOf(menu)[0]?.content.prices).toEqual({ '1': { IDR: { price: 60_000, takeAwayPrice: 60_000 } } });
      expect(menu.issues).toMatchObject([{ code: 'unknown_column', message: expect.stringContaining('"Price (GrabFood)"') }]);
    }
  });

  test('is refused where all its prices are of other platforms', () => {
    const rows = [
      ['Title', 'Price', null],
      [null, 'GrabFood', 'GoFood'],
      ['Ramen', 66_000, 67_000],
    ];
    expect(readingOf({ Menu: { rows, merges: ['B1:C1'] } })).toMatchObject({ ok: false, refusal: { code: 'no_price_column' } });
  });

  test('in two languages is one header, and the second row is passed over', () => {
    const rows = [
      ['Title', 'SKU', 'Price'],
      ['Nama', 'Kode', 'Harga'],
      ['Mie', 'M1', 60_000],
    ];
    const menu = menuOf({ Menu: rows });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 1 });
    expect(fates(menu)).toEqual(['2 repeated_header', '3 item']);
  });

  test('in two languages is read from both where each knows something else', () => {
    const rows = [
      ['Title', 'Ready after', 'Price'],
      ['Nama', 'Waktu persiapan', 'Harga'],
      ['Mie', 10, 60_000],
    ];
    const menu = menuOf({ Menu: rows });
    expect(menu.sheets[0]).toMatchObject({ headerRows: [1, 2] });
    expect(entriesOf(menu)[0]?.content.preparationMinutes).toBe(10);
  });

  test.each<[string, Value[]]>([
    ['a heading that is the name of a language', ['Japanese', null]],
    ['a dish that is called like one, with its price', ['Thai', '6']],
    ['a dish that is called like a column', ['Option', 'Details', null]],
    ['a dish with a price in words', ['Menu', 'Market price', 'Title']],
  ])('does not swallow %s', (_, row) => {
    const menu = menuOf({ Menu: [['Title', 'Price', 'Remark'], row, ['Ramen', 1]] });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 1 });
    expect(fates(menu)[0]).not.toBe('2 repeated_header');
  });
});

describe('a row below a header', () => {
  test.each<[string, Value[][], string[]]>([
    [
      'that is called like a language, and has numbers below a merged price',
      [
        ['Title', 'Price', null],
        ['Thai', 6, 7],
      ],
      ['B1:C1'],
    ],
    [
      'that is called like a column, and has a word below a column that nobody knows',
      [
        ['Title', 'Goes with', 'Price'],
        ['Option', 'Details', null],
      ],
      [],
    ],
    [
      'without a title, and with numbers written as text',
      [
        ['Title', 'Price', null],
        [null, '5', '6'],
      ],
      [],
    ],
    [
      'with something else below the title',
      [
        ['Title', 'Price', null, null],
        ['in thousands', 'IDR', 'USD', 'PHP'],
      ],
      ['B1:D1'],
    ],
  ])('%s is none of the header', (_, rows, merges) => {
    const menu = menuOf({ Menu: { rows: [...rows, ['Ramen', 1, 1]], merges } });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 1 });
    expect(menu.sheets[0]).not.toHaveProperty('headerRows');
    expect(menu.rows[0]).not.toMatchObject({ outcome: 'skipped' });
  });
});

describe('a header that comes again', () => {
  test('is passed over in both its rows', () => {
    const header = [
      ['Title', 'Price', null],
      [null, 'IDR', 'USD'],
    ];
    const rows = [...header, ['Ramen', 60_000, 4], [], ['Page 2'], ...header, ['Udon', 50_000, 3]];
    const menu = menuOf({ Menu: { rows, merges: ['B1:C1', 'B6:C6'] } });
    expect(fates(menu)).toEqual(['3 item', '5 note', '6 repeated_header', '7 repeated_header', '8 item']);
  });

  test('is not seen in a dish that is called like one', () => {
    const rows = [
      ['Title', 'Description', 'Price'],
      ['Ramen', 'Soup', 1],
      ['Option', 'Details', 25_000],
      ['Dish', 'Details', 'Rp 25.000'],
      ['Item', 'Details', null],
      ['Price', 'Title', 1],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 item', '3 item', '4 item', '5 price_missing@C5', '6 item']);
  });

  test('in another order begins another table, because the price would be read from the wrong column', () => {
    const rows = [
      ['FOOD'],
      ['Title', 'Price', 'VAT %'],
      ['Ramen', 60_000, 11],
      [],
      ['DRINKS'],
      ['SKU', 'Title', 'VAT %', 'Price'],
      ['T1', 'Tea', 10, 12_000],
    ];
    const menu = menuOf({ Menu: rows });
    expect(fates(menu)).toEqual(['3 item', '5 section_title', '6 repeated_header', '7 item']);
    expect(entriesOf(menu)[1]?.content).toMatchObject({ vatPercent: 10, prices: { '1': { IDR: { price: 12_000 } } } });
    expect(menu.sheets[0]).toMatchObject({ headerRow: 2, furtherTables: [{ headerRow: 6 }], rows: 4, blankRows: 1 });
  });
});

test('banners and blank rows above, and columns in any order, never change what is read', () => {
  const header: Value[] = ['Title', 'SKU', 'Price', 'VAT %', 'Description', 'Title [id]'];
  const dishes: Value[][] = [
    ['Noodles', '007', 60_000, 11, 'Thick', 'Mie'],
    ['Rice', 'R2', 45_000, null, null, 'Nasi'],
    ['Tea', 'T1', 'Rp 12.000', 5, 'Iced', null],
  ];
  const banner = fc.constantFrom<Value[]>(
    [],
    ['Warung Hoshi'],
    [null, 'MENU', null, 'November'],
    ['Valid from', 'Price list 2026'],
    ['Jl. Sudirman 10', 'Tel. 021 555', 'www.hoshi.example'],
    ['All prices include tax'],
  );
  const shuffled = fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 6 });
  const contents = (rows: Value[][]) => entriesOf(menuOf({ Menu: rows })).map(({ content, key }) => ({ content, key }));
  const expected = contents([header, ...dishes]);
  expect(expected).toHaveLength(3);
  fc.assert(
    fc.property(fc.array(banner, { maxLength: 12 }), shuffled, (banners, order) => {
      const arranged = [header, ...dishes].map((row) => order.map((column) => row[column] ?? null));
      expect(contents([...banners, ...arranged])).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
