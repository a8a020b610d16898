/** How people write money, which is not always what ISO 4217 says: nobody prices a dish in sen of a rupiah. */
const writtenWithoutDecimals = new Set(['IDR', 'VND', 'JPY', 'KRW']);

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'));

/** Whether a code is a currency of ISO 4217. */
export function isCurrency(code: string): boolean {
  return knownCurrencies.has(code);
}

/** How many decimals prices of a currency are written with. */
export function currencyDecimals(currency: string): number {
  if (writtenWithoutDecimals.has(currency)) return 0;
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}
