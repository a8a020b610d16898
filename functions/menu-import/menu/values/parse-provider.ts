/** klikit's own marketplace. Contract: visibilities and prices of POST /v1/partner/menus/items. */
export const klikitProvider = '1';

/** The id of a provider that is named by its number, or klikit by its name. */
export function parseProvider(word: string): string | undefined {
  const text = word.normalize('NFKC').trim().toLowerCase();
  if (text === 'klikit') return klikitProvider;
  return /^[1-9]\d{0,9}$/.test(text) ? text : undefined;
}
