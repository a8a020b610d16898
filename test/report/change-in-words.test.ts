import { expect, test } from 'vitest';
import { changeInWords } from '../../functions/menu-import/report/change-in-words.ts';
import { reportWords } from '../../functions/menu-import/report/words/report-words.ts';

test.each([
  ['prices.1.IDR.price', 45_000, 48_000, 'Price (IDR): IDR 45.000 > IDR 48.000'],
  ['prices.6.USD.takeAwayPrice', 4.5, null, 'Take-away price [6] (USD): USD 4,5 > kosong'],
  ['title.id', 'Sate', 'Sate ayam', 'Title [id]: Sate > Sate ayam'],
  ['visibilities.6', true, false, 'Visible [6]: ya > tidak'],
  ['visibilities.1', null, true, 'Visible: kosong > ya'],
  ['vatPercent', 10, 11, 'VAT %: 10 > 11'],
  ['modifierGroup', 2_101, 2_105, 'Modifier group: 2101 > 2105'],
  ['ofTheFuture', 'a', 'b', 'ofTheFuture: a > b'],
  ['toString', 'a', 'b', 'toString: a > b'],
])('a change of %s names the column, and amounts are money', (field, before, after, expected) => {
  const change = changeInWords({ field, before, after }, reportWords('id'), 'id');
  expect(`${change.field}: ${change.before} > ${change.after}`).toBe(expected);
});
