import { narrowText } from './narrow-text.ts';
import { type DigitsReading, type MoneyStyle, readDigits } from './read-digits.ts';

/** What a text says about an amount. */
export interface MoneyReading {
  digits: DigitsReading;
  negative: boolean;
  /** The signs, words and codes of currencies before and behind the digits. */
  signs: string[];
}

/** A price is short; what is longer is prose. Keeps the patterns below from long searches, too. */
const longestPrice = 60;
/** A plus or minus, a currency, a plus or minus again, the digits, and what people write behind them: `,-` and a currency. */
const shape =
  /^(?<outer>[+-]?)\s*(?<before>[^\d\-+().,']*\.?)\s*(?<inner>[+-]?)\s*(?<digits>\d(?:[\d.,' ]*\d)?)\s*(?:[.,]-{1,2})?\s*(?<after>[^\d\-+().,']*\.?)$/u;
/** Accountants write negative amounts in brackets. */
const bracketed = /^(?<before>[^\d()]*)\((?<inner>[^()]+)\)(?<after>[^\d()]*)$/u;

/** Reads money as people of the region write it; `undefined` where a text is no amount. */
export function readMoneyText(text: string, style: MoneyStyle): MoneyReading | undefined {
  const plain = plainText(text);
  if (plain.length > longestPrice) return undefined;
  const accounting = bracketed.exec(plain)?.groups;
  if (accounting === undefined) return readPlain(plain, style);
  const reading = readPlain(`${accounting['before']}${accounting['inner']}${accounting['after']}`, style);
  return reading && { ...reading, negative: true };
}

/** One kind of dash, of apostrophe and of space. A line break is no space: two lines are two prices. */
function plainText(text: string): string {
  return narrowText(text)
    .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
    .replaceAll(/[‘’´`]/g, "'")
    .replaceAll(/[^\S\t\n\v\f\r\u2028\u2029]+/gu, ' ')
    .trim();
}

function readPlain(text: string, style: MoneyStyle): MoneyReading | undefined {
  const { outer = '', before = '', inner = '', digits, after = '' } = shape.exec(text)?.groups ?? {};
  if (digits === undefined || (outer !== '' && inner !== '')) return undefined;
  const reading = readDigits(digits, style);
  const signs = `${before} ${after}`.split(/\s+/u).filter((word) => word !== '');
  return reading && { digits: reading, negative: outer === '-' || inner === '-', signs };
}
