import { describe, expect, test } from 'vitest';
import { entriesOf, fates, menuOf, readingOf } from '../support/menu-reading.ts';

type Row = (string | number | null)[];

describe('several sheets of items', () => {
  test('each have their header in its own place and order', () => {
    const menu = menuOf({
      Food: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
      Drinks: [['DRINKS'], [], ['Harga', 'Nama'], [12_000, 'Tea']],
    });
    expect(entriesOf(menu).map(({ sheet, row, title }) => `${sheet}!${row} ${title}`)).toEqual(['Food!2 Ramen', 'Drinks!4 Tea']);
    expect(menu.sheets.map(({ name, headerRow }) => `${name} ${headerRow}`)).toEqual(['Food 1', 'Drinks 3']);
  });

  test('that go on without a header are passed over, and the merchant hears what to copy', () => {
    const menu = menuOf({
      Food: [
        ['Title', 'SKU', 'Price'],
        ['Ramen', 'R1', 60_000],
      ],
      'Food 2': [
        ['Udon', 'U1', 50_000],
        ['Soba', 'S1', 'Rp 40.000'],
      ],
      Phones: [
        ['Company', 'Phone'],
        ['Rice Ltd', '0812'],
        ['Noodles Ltd', '0813', 14],
      ],
    });
    expect(menu.issues).toMatchObject([
      { code: 'sheet_without_header', sheet: 'Food 2', fix: expect.stringContaining('from "Food" to the top of "Food 2"') },
      { code: 'sheet_ignored', sheet: 'Phones' },
    ]);
    expect(menu.sheets[1]).toMatchObject({ role: 'ignored', because: 'It looks like more of "Food", but has no header of its own.' });
  });
});

describe('columns that nobody knows', () => {
  const header: Row = ['Title', 'Price', 'Descripton', 'Supplier'];

  test('are listed once over all sheets, with the nearest known header where one is close', () => {
    const menu = menuOf({
      Food: [header, ['Ramen', 1]],
      Drinks: [
        ['DESCRIPTON', 'Title', 'Price'],
        ['x', 'Tea', 1],
      ],
      Sweets: [header, ['Mochi', 1]],
    });
    expect(menu.issues.map(({ code, sheet, cell }) => [code, sheet, cell])).toEqual([
      ['unknown_column_close', 'Food', 'C1'],
      ['unknown_column', 'Food', 'D1'],
    ]);
    expect(menu.issues[0]?.message).toContain('"Descripton" on the sheets "Food", "Drinks", "Sweets"');
    expect(menu.issues[1]?.message).toContain('"Supplier" on the sheets "Food", "Sweets"');
  });

  test('stand in the evidence of each sheet', () => {
    expect(menuOf({ Food: [header, ['Ramen', 1]] }).sheets[0]?.unknownColumns).toEqual([
      { column: 'C', header: 'Descripton', nearest: 'Description' },
      { column: 'D', header: 'Supplier' },
    ]);
  });
});

describe('the evidence', () => {
  test('says of each sheet what it is, where its header stands, and what was passed over', () => {
    const { sheets, rows } = menuOf({
      Menu: {
        rows: [
          ['Warung Hoshi'],
          ['Title', 'Price (IDR)', 'Price [6]'],
          ['RAMEN'],
          ['Shoyu', 1, 2],
          [],
          ['Miso', 3, 4],
          ['Title', 'Price (IDR)', 'Price [6]'],
          ['Old', 5],
          ['Total', 9],
          ['* incl. tax'],
        ],
        hiddenRows: [8],
      },
      Old: {
        rows: [
          ['Title', 'Price'],
          ['Soba', 1],
        ],
        hidden: true,
      },
      Settings: [['Language', 'en']],
      Empty: [],
    });
    expect(rows).toHaveLength(8);
    expect(sheets).toEqual([
      {
        name: 'Menu',
        hidden: false,
        role: 'items',
        headerRow: 2,
        because: 'Row 2 has 3 known headers, titles and prices among them.',
        columns: [
          { column: 'A', header: 'Title', field: 'title' },
          { column: 'B', header: 'Price (IDR)', field: 'price (IDR)' },
          { column: 'C', header: 'Price [6]', field: 'price (provider 6)' },
        ],
        unknownColumns: [],
        rows: 7,
        blankRows: 1,
        skipped: { section_title: 1, repeated_header: 1, hidden_row: 1, total: 1, note: 1 },
        sections: [{ row: 3, text: 'RAMEN' }],
      },
      expect.objectContaining({ name: 'Old', hidden: true, role: 'items', rows: 1, skipped: { hidden_sheet: 1 } }),
      expect.objectContaining({ name: 'Settings', role: 'settings', because: 'It names settings.', rows: 0 }),
      expect.objectContaining({ name: 'Empty', role: 'ignored', because: 'It is empty.', rows: 0 }),
    ]);
  });

  test('is there where the menu is refused, too', () => {
    const reading = readingOf({
      Menu: [
        ['Title', 'Description'],
        ['Ramen', 'Soup'],
      ],
    });
    expect(reading).toMatchObject({
      ok: false,
      refusal: { code: 'no_price_column' },
      sheets: [{ name: 'Menu', role: 'ignored', headerRow: 1, because: 'Row 1 has 2 known headers. But it has no column for prices.' }],
    });
  });

  test('shows long and odd headers in one short line', () => {
    const [sheet] = menuOf({
      Menu: [
        ['Title', 'Price', `Our\u001B[31m\nremark ${'x'.repeat(90)}`],
        ['Ramen', 1],
      ],
    }).sheets;
    expect(sheet?.unknownColumns[0]?.header).toMatch(/^Our \[31m remark x+$/);
  });
});

test('a sheet whose name says that it is no menu is one where there is no other', () => {
  const rows = [
    ['Title', 'Price'],
    ['Ramen', 1],
  ];
  expect(fates(menuOf({ Lists: rows }))).toEqual(['2 item']);
  expect(
    fates(
      menuOf({
        Menu: [
          ['Title', 'Price'],
          ['Udon', 1],
        ],
        Lists: rows,
      }),
    ),
  ).toEqual(['2 item']);
  expect(
    menuOf({
      Menu: [
        ['Title', 'Price'],
        ['Udon', 1],
      ],
      Lists: rows,
    }).issues,
  ).toEqual([]);
});
