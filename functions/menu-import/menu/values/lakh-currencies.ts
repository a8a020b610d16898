/** Currencies whose amounts are grouped as 1,25,000: three digits at the end, two in each group before. */
export const lakhCurrencies: ReadonlySet<string> = new Set(['INR', 'PKR', 'NPR', 'BDT', 'LKR']);
