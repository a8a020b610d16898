/** An amount with its currency's code, as `IDR 85,000`. Decimals that were sent are all shown, even where the currency has none. */
export function formatMoney(amount: number, currency: string): string {
  return new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
    currencyDisplay: 'code',
    maximumFractionDigits: 8,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(amount);
}
