const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/**
 * Decimals by currency. The first four say how people write money, which is not always what ISO 4217 says: nobody prices
 * a dish in sen of a rupiah. The rest is filled on demand, because a number format costs more than reading the price does.
 */
const decimalsByCurrency = new Map([
  ['IDR', 0],
  ['VND', 0],
  ['JPY', 0],
  ['KRW', 0],
]);

/** Whether a code is a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}

/** How many decimals prices of a currency are written with. Throws a `RangeError` where it is not three letters. */
export function currencyDecimals(currency: string): number {
  const known = decimalsByCurrency.get(currency);
  if (known !== undefined) return known;
  const decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  decimalsByCurrency.set(currency, decimals);
  return decimals;
}
