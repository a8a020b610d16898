import { describe, expect, test } from 'vitest';
import { entriesOf, fates, menuOf, readingOf } from '../support/menu-reading.ts';

type Cells = (string | number | null)[];

const menuBelow = (...lines: Cells[]): Cells[] => [...lines, ['Title', 'Price'], ['Ramen', 12]];
const currenciesOf = (sheets: Parameters<typeof menuOf>[0]) =>
  entriesOf(menuOf(sheets)).map(({ content }) => Object.keys(content.prices['1'] ?? {}).join());

describe('a line above the header that names the currency counts', () => {
  test.each<[string, Cells[]]>([
    ['in a cell of its own', [['Currency', 'USD']]],
    ['behind a banner', [['Hoshi Ramen'], [], [null, 'Currency:', 'US$'], ['November']]],
    ['in one text', [['Currency: USD']]],
    ['as a sentence', [['Hoshi Ramen. All prices are in USD, tax included.']]],
    ['in Indonesian', [['Mata uang', 'USD']]],
    ['in Japanese', [['通貨：USD']]],
  ])('%s', (_, lines) => {
    expect(currenciesOf({ Menu: menuBelow(...lines) })).toEqual(['USD']);
  });

  test('but less than the sheet of settings and the header itself', () => {
    expect(currenciesOf({ Menu: menuBelow(['Currency', 'USD']), Settings: [['Currency', 'SGD']] })).toEqual(['SGD']);
    expect(
      currenciesOf({
        Menu: [
          ['Currency', 'USD'],
          ['Title', 'Price (PHP)'],
          ['Ramen', 12],
        ],
      }),
    ).toEqual(['PHP']);
  });

  test.each(['All prices in this menu include tax', 'Harga dalam daftar ini dapat berubah', 'Prices in effect from May'])(
    'but not in %s',
    (line) => {
      expect(currenciesOf({ Menu: menuBelow([line]) })).toEqual(['IDR']);
    },
  );
});

describe('nothing is imported', () => {
  const refusalOf = (sheets: Parameters<typeof menuOf>[0]) => {
    const reading = readingOf(sheets);
    return reading.ok ? undefined : reading.refusal;
  };

  test('where the currency above the header is none', () => {
    expect(refusalOf({ Menu: menuBelow(['Currency', 'Gold']) })).toMatchObject({ code: 'setting_unreadable', cell: 'B1', value: 'Gold' });
  });

  test('where two sheets name two', () => {
    const { code, message } = refusalOf({ Food: menuBelow(['Currency', 'USD']), Drinks: menuBelow(['Currency: IDR']) }) ?? {};
    expect(code).toBe('currencies_differ');
    expect(message).toContain('"Food" says that its prices are in USD, the sheet "Drinks" says IDR');
  });

  test.each(['Harga dalam ribuan rupiah', 'Prices in thousands', 'All prices in IDR (000)', 'Prices x1000'])(
    'where it says: %s',
    (line) => {
      expect(refusalOf({ Menu: menuBelow(['Warung'], [line]) })).toMatchObject({ code: 'prices_in_thousands', cell: 'A2' });
    },
  );
});

describe('two columns that are the same price', () => {
  const two = (first: number, second: number) =>
    menuOf({
      Menu: [
        ['Title', 'Price', 'Price (IDR)', 'Price [6]'],
        ['Ramen', first, second, 70_000],
      ],
    });

  test('are no fault where they agree', () => {
    expect(fates(two(60_000, 60_000))).toEqual(['2 item']);
  });

  test('fail the row where they differ, as nobody knows which is right', () => {
    expect(fates(two(60_000, 65_000))).toEqual(['2 price_contradiction@C2']);
  });
});
