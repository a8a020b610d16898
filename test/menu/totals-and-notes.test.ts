import { describe, expect, test } from 'vitest';
import { fates, menuOf } from '../support/menu-reading.ts';

type Row = (string | number | null)[];

const above: Row[] = [
  ['Title', 'SKU', 'Price'],
  ['Ramen', 'R1', 60_000],
  ['Udon', 'U1', 50_000],
];
const fateOf = (row: Row, below: Row[] = []) => fates(menuOf({ Menu: [...above, row, ...below] }))[2];

describe('a total', () => {
  test.each<Row[]>([
    [['Total', null, 110_000]],
    [['Grand total:', null, 110_000]],
    [['Sub-total', null, 110_000]],
    [[null, 'Jumlah', 110_000]],
    [['TOTAL (12 items)', null, 110_000]],
    [['Total items: 12']],
    [['Jumlah menu 12', null, null]],
    [[12, 'Total', null]],
    [['合計', null, 110_000]],
  ])('%j is passed over', (row) => {
    expect(fateOf(row)).toBe('4 total');
  });

  test.each<Row[]>([[['Total comfort burger', 'B1', 1]], [['Sum sum chicken', 'S1', 1]], [['Ramen total madness', 'R2', 1]]])(
    '%j is a dish',
    (row) => {
      expect(fateOf(row)).toBe('4 item');
    },
  );
});

describe('a note', () => {
  test.each<Row[]>([
    [['* prices include tax']],
    [['Note: no pork']],
    [['Catatan: harga belum termasuk pajak']],
    [['nb harga dapat berubah']],
    [[null, '※ 価格は税込みです']],
    [['Notes:', 'prices include tax']],
    [['Page 2 of 3']],
  ])('%j is passed over wherever it stands', (row) => {
    expect(fateOf(row, [['Soba', 'S1', 1]])).toBe('4 note');
  });

  test.each<Row[]>([
    [['All prices are subject to 10% service charge']],
    [['Harga belum termasuk PPN']],
    [['Please tell us about your allergies.']],
    [[null, 'We are closed on Mondays and on all public holidays of the Republic']],
    [['Jam buka 10.00 - 22.00']],
    [['Terima kasih']],
    [['Prepared by: Rina', null, 'Approved by: Budi']],
    [['Mengetahui,']],
    [['________________', null, '________________']],
    [['(Rina)', null, '(Budi)']],
  ])('%j is passed over below the last price', (row) => {
    expect(fateOf(row)).toBe('4 note');
  });

  test('may stand above the total of the prices', () => {
    expect(fateOf(['All prices are subject to 10% service charge'], [['Total', null, 110_000]])).toBe('4 note');
  });

  test.each<Row[]>([
    [['All prices are subject to 10% service charge']],
    [['Please tell us about your allergies.']],
    [['Nasi goreng kampung spesial']],
  ])('%j is a dish without a price where dishes follow it', (row) => {
    expect(fateOf(row, [['Soba', 'S1', 1]])).toBe('4 price_missing@C4');
  });

  test.each<Row[]>([[['Nasi goreng kampung spesial']], [['Ayam bakar madu']], [['Teh']]])(
    '%j is a dish without a price at the end as well',
    (row) => {
      expect(fateOf(row)).toBe('4 price_missing@C4');
    },
  );

  test('with a price is a dish', () => {
    expect(fateOf(['* Nasi goreng', 'N1', 1])).toBe('4 item');
    expect(fateOf(['Catatan', 'C1', 1])).toBe('4 item');
    expect(fateOf(['Catatan:', null, 'Rp 25.000'])).toBe('4 item');
  });

  test('is kept with its text', () => {
    const { rows } = menuOf({ Menu: [...above, ['Note:', 'no\npork']] });
    expect(rows[2]).toEqual({ outcome: 'skipped', place: { sheet: 'Menu', row: 4 }, because: 'note', text: 'Note: | no pork' });
  });
});
