import { describe, expect, test } from 'vitest';
import { fates, menuOf } from '../support/menu-reading.ts';

const header = ['Title', 'SKU', 'Price', 'Description'];

describe('a title alone in its row', () => {
  test.each([
    ['in capitals', 'PIZZA', {}],
    ['in bold', 'Pizza', { bold: ['A2'] }],
    ['merged over columns', 'Pizza', { merges: ['A2:D2'] }],
  ])('is a section title where it is set %s and the dishes are not', (_, title, setting) => {
    const rows = [header, [title], ['Margherita', 'P1', 1], ['Diavola', 'P2', 2]];
    expect(fates(menuOf({ Menu: { rows, ...setting } }))).toEqual(['2 section_title', '3 item', '4 item']);
  });

  test.each([
    ['in capitals', ['NASI GORENG', 'MARGHERITA'], {}],
    ['in bold', ['Nasi goreng', 'Margherita'], { bold: ['A2', 'A3'] }],
    ['merged over columns', ['Nasi goreng', 'Margherita'], { merges: ['A2:B2', 'A3:B3'] }],
  ])('is a dish without a price where the dishes are set %s as well', (_, [lone = '', dish = ''], setting) => {
    const rows = [header, [lone], [dish, null, 1]];
    expect(fates(menuOf({ Menu: { rows, ...setting } }))).toEqual(['2 price_missing@C2', '3 item']);
  });

  test('is a dish without a price where nothing has a price to compare with', () => {
    expect(fates(menuOf({ Menu: [header, ['NASI GORENG'], ['MIE AYAM']] }))).toEqual(['2 price_missing@C2', '3 price_missing@C3']);
  });

  test('is a dish without a price where it is written like one', () => {
    expect(fates(menuOf({ Menu: [header, ['Nasi goreng'], ['Margherita', 'P1', 1]] }))).toEqual(['2 price_missing@C2', '3 item']);
  });

  test('is a section title where all other rows are full', () => {
    const dishes = Array.from({ length: 5 }, (_, n) => [`Dish ${n}`, `D${n}`, 1, 'Good']);
    expect(fates(menuOf({ Menu: [header, ['Pizza'], ...dishes] }))[0]).toBe('2 section_title');
    expect(fates(menuOf({ Menu: [header, ...dishes, ['Es teh']] })).at(-1)).toBe('7 price_missing@C7');
    const sparse = dishes.map(([title, , price]) => [title ?? null, null, price ?? null]);
    expect(fates(menuOf({ Menu: [header, ['Pizza'], ...sparse] }))[0]).toBe('2 price_missing@C2');
  });

  test('is a section title in several languages', () => {
    const rows = [
      ['Title [en]', 'Title [ja]', 'Price'],
      ['NOODLES', '麺類'],
      ['Ramen', 'ラーメン', 1],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 section_title', '3 item']);
  });

  test('is none where its price is merged with that of another row', () => {
    const rows = [header, ['Ramen', 'R1', 60_000], ['UDON'], ['Soba', 'S1', 50_000]];
    expect(fates(menuOf({ Menu: { rows, merges: ['C2:C3'] } }))).toEqual(['2 item', '3 item', '4 item']);
  });
});

describe('a text alone in its row outside the title column', () => {
  test('is a section title, also in a column for categories', () => {
    const rows = [
      ['Category', 'Title', 'Price'],
      ['Pizza', null, null],
      [null, 'Margherita', 1],
    ];
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 section_title', '3 item']);
  });

  test.each(['Price', 'SKU', 'VAT %'])('is a dish without a title below "%s"', (name) => {
    const rows = [
      ['Title', name, 'Price', 'Description'],
      ['Ramen', '1', '1', 'Soup'],
      [null, 'Rp 25.000'],
    ];
    expect(fates(menuOf({ Menu: rows }))[1]).toContain('title_missing@A3');
  });
});

test('section titles belong to no dish, but are counted and named', () => {
  const titles = Array.from({ length: 120 }, (_, n) => [[`SECTION ${n}`], [`Dish ${n}`, null, 1]]).flat();
  const [sheet] = menuOf({ Menu: [header, ...titles] }).sheets;
  expect(sheet?.skipped).toEqual({ section_title: 120 });
  expect(sheet?.sections).toHaveLength(100);
  expect(sheet?.sections[1]).toEqual({ row: 4, text: 'SECTION 1' });
});

test('a report that comes back does not make dishes of its section titles', () => {
  const rows = [
    ['Title', 'Price', 'Result'],
    ['PIZZA', null, 'skipped'],
    ['Margherita', 1, 'created'],
  ];
  expect(fates(menuOf({ Menu: rows }))).toEqual(['2 section_title', '3 item']);
});
