import { isCurrency } from './currency-decimals.ts';
import { currencySigns } from './currency-signs.ts';

/** Codes that are words of a menu, too: "Price (cup)" is not in Cuban pesos. They count in capitals only. */
const everydayWords = new Set(['ALL', 'BAM', 'BOB', 'CUP', 'GEL', 'MAD', 'MOP', 'PEN', 'RON', 'TOP', 'TRY']);

/** The ISO 4217 code that a header or a setting names, by code or by a sign that has one meaning only. */
export function parseCurrencyTag(text: string): string | undefined {
  const meant = currenciesOfSign(text);
  return meant?.length === 1 ? meant[0] : undefined;
}

/** Every currency that a sign, a word or a code beside a price can stand for; `undefined` where it is none. */
export function currenciesOfSign(sign: string): readonly string[] | undefined {
  const written = sign.normalize('NFKC').trim().replace(/\.$/, '');
  const word = written.toLowerCase();
  if (Object.hasOwn(currencySigns, word)) return currencySigns[word];
  const code = written.toUpperCase();
  if (!/^[a-z]{3}$/i.test(written) || !isCurrency(code)) return undefined;
  return everydayWords.has(code) && written !== code ? undefined : [code];
}
