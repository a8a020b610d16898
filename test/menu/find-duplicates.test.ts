import { describe, expect, test } from 'vitest';
import { fates, menuOf } from '../support/menu-reading.ts';

describe('two rows are the same', () => {
  test.each([
    ['case of the SKU', ['Ramen', 1, 'R-1'], ['Udon', 2, 'r-1']],
    ['width of the SKU', ['Ramen', 1, 'R-1'], ['Udon', 2, 'Ｒ-１']],
    ['case of the title', ['Ramen', 1, null], ['RAMEN', 2, null]],
    ['way in which accents are encoded', ['Café', 1, null], ['Cafe\u0301', 2, null]],
    ['marks that show nothing', ['חומוס', 1, null], ['\u200Fחומוס', 2, null]],
  ])('whatever the %s', (_, one, other) => {
    expect(fates(menuOf({ Menu: [['Title', 'Price', 'SKU'], one, other] }))).toEqual(['2 duplicate_row@', '3 duplicate_row@']);
  });

  test('but not where each has a SKU of its own', () => {
    const rows = [
      ['Ramen', 1, 'R-1'],
      ['Ramen', 2, 'R1'],
    ];
    expect(fates(menuOf({ Menu: [['Title', 'Price', 'SKU'], ...rows] }))).toEqual(['2 item', '3 item']);
  });
});
