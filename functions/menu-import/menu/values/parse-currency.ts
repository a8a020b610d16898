import { isCurrency } from './currency-decimals.ts';
import { currencySigns } from './currency-signs.ts';

/** The ISO 4217 code that a header or a setting names, by code or by a sign that has one meaning only. */
export function parseCurrencyTag(text: string): string | undefined {
  const word = text.normalize('NFKC').trim();
  const code = word.toUpperCase();
  if (/^[A-Z]{3}$/.test(code) && isCurrency(code)) return code;
  const meant = currenciesOfSign(word);
  return meant?.length === 1 ? meant[0] : undefined;
}

/** Every currency that a sign, a word or a code beside a price can stand for; `undefined` where it is none. */
export function currenciesOfSign(sign: string): readonly string[] | undefined {
  const word = sign.normalize('NFKC').trim().toLowerCase().replace(/\.$/, '');
  if (Object.hasOwn(currencySigns, word)) return currencySigns[word];
  const code = word.toUpperCase();
  return /^[A-Z]{3}$/.test(code) && isCurrency(code) ? [code] : undefined;
}
