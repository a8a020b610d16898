import { cellAddress } from '../workbook/cell-address.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { EntryContent } from './entry-schema.ts';
import type { MenuSettings } from './menu.ts';
import type { RowReader, Slot } from './row-reader.ts';
import { parseMoney } from './values/parse-money.ts';
import { klikitProvider } from './values/parse-provider.ts';

type Prices = EntryContent['prices'];

/** Every price that is filled, by provider and currency. Complains where klikit's own is missing. */
export function readPrices(reader: RowReader, settings: MenuSettings): Prices {
  const prices: Prices = {};
  const slots = reader.slots('price');
  const cells = new Map<string, Cell>();
  for (const { column, cell } of slots) {
    const { provider, currency } = target(column, settings);
    const price = cell && reader.parse(cell, (priced) => parseMoney(priced, currency));
    if (cell === undefined || price === undefined) continue;
    // `Price` and `Price (IDR)` are one price in a menu in rupiah.
    const earlier = cells.get(`${provider} ${currency}`);
    const earlierPrice = prices[provider]?.[currency]?.price;
    if (earlier !== undefined && earlierPrice !== undefined && earlierPrice !== price) {
      const amounts = { price: { amount: price, currency }, otherPrice: { amount: earlierPrice, currency } };
      reader.complain({ code: 'price_contradiction', params: { currency, other: cellAddress(earlier), ...amounts } }, cell);
      continue;
    }
    cells.set(`${provider} ${currency}`, cell);
    prices[provider] = { ...prices[provider], [currency]: { price, takeAwayPrice: price } };
  }
  for (const { column, cell } of reader.slots('takeAwayPrice')) {
    if (cell === undefined) continue;
    const { provider, currency } = target(column, settings);
    const takeAwayPrice = reader.parse(cell, (priced) => parseMoney(priced, currency));
    const eaten = prices[provider]?.[currency];
    if (takeAwayPrice === undefined) continue;
    if (eaten === undefined) reader.complain({ code: 'take_away_without_price' }, cell);
    else prices[provider] = { ...prices[provider], [currency]: { ...eaten, takeAwayPrice } };
  }
  complainAboutKlikit(reader, slots, prices);
  return prices;
}

function target({ provider = klikitProvider, currency }: Slot['column'], settings: MenuSettings): { provider: string; currency: string } {
  return { provider, currency: currency ?? settings.currency };
}

function complainAboutKlikit(reader: RowReader, slots: readonly Slot[], prices: Prices): void {
  const own = slots.filter(({ column }) => (column.provider ?? klikitProvider) === klikitProvider);
  // A price that is there but cannot be read has been complained about already.
  if (klikitProvider in prices || own.some(({ cell }) => cell !== undefined)) return;
  const others = slots.some(({ cell }) => cell !== undefined);
  reader.miss({ code: others ? 'klikit_price_missing' : 'price_missing' }, own[0]?.column, 'Price');
}
