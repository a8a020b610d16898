import { describe, expect, test } from 'vitest';
import { parseHeader } from '../../functions/menu-import/menu/parse-header.ts';
import { entriesOf, menuOf, readingOf } from '../support/menu-reading.ts';

describe('a header', () => {
  test.each([
    ['Price\n(IDR)', { field: 'price', currency: 'IDR' }],
    ['Harga (Rp.)', { field: 'price', currency: 'IDR' }],
    ['Price in IDR', { field: 'price', currency: 'IDR' }],
    ['Harga dalam Rupiah', { field: 'price', currency: 'IDR' }],
    ['Price/IDR', { field: 'price', currency: 'IDR' }],
    ['Price - IDR', { field: 'price', currency: 'IDR' }],
    ['price_idr', { field: 'price', currency: 'IDR' }],
    ['USD price', { field: 'price', currency: 'USD' }],
    ['Price (₱) *', { field: 'price', currency: 'PHP' }],
    ['Price [6] (USD) (required)', { field: 'price', provider: '6', currency: 'USD' }],
    ['Selling price (in Rupiah, incl. tax)', { field: 'price', currency: 'IDR' }],
    ['Item name (max. 50 characters)', { field: 'title' }],
    ['Price - Take-away', { field: 'takeAwayPrice' }],
    ['Price (take away)', { field: 'takeAwayPrice' }],
    ['Modifier (group)', { field: 'group' }],
    ['Prep time (min)', { field: 'preparationMinutes' }],
    ['Prep time in minutes', { field: 'preparationMinutes' }],
    ['VAT (%)', { field: 'vat' }],
    ['Title *', { field: 'title' }],
    ['Title   ', { field: 'title' }],
    ['Title Bahasa Indonesia', { field: 'title', locale: 'id' }],
    ['English Title', { field: 'title', locale: 'en' }],
  ])('%j carries its unit, its currency or its language', (text, meaning) => {
    expect(parseHeader(text)).toEqual(meaning);
  });

  test.each(['Price (GrabFood)', 'Price 2', 'Price per kg', 'Price (before tax)', 'Prep time (hours)', 'VAT (Rp)', 'Product number'])(
    '%j is not taken for what it only looks like',
    (text) => {
      expect(parseHeader(text)).toSatisfy((meaning?: { field: string }) => meaning === undefined || meaning.field === 'unused');
    },
  );
});

describe('a sign that several currencies share', () => {
  const rows = [
    ['Title', 'Price ($)'],
    ['Ramen', 6],
  ];

  test('means the currency of the menu where that is one of them', () => {
    expect(entriesOf(menuOf({ Menu: rows }, { currency: 'SGD' }))[0]?.content.prices['1']).toEqual({ SGD: { price: 6, takeAwayPrice: 6 } });
  });

  test('stops the import where it is none of them', () => {
    const reading = readingOf({ Menu: rows });
    expect(reading).toMatchObject({ ok: false, refusal: { code: 'header_currency_unclear', cell: 'B1', value: 'Price ($)' } });
    expect(reading).toMatchObject({ refusal: { fix: expect.stringContaining('"Price (USD)"') } });
  });
});
