/** What a text says about an amount: one reading, two that exclude each other, or none. */
export type MoneyReading =
  | { kind: 'amount'; amount: number; sign?: string; negative: boolean }
  /** The same digits with the separator as decimal and as thousands separator. */
  | { kind: 'ambiguous'; asDecimal: number; asThousands: number; sign?: string }
  | { kind: 'unreadable' };

const unreadable: MoneyReading = { kind: 'unreadable' };
/** Spaces of all kinds and apostrophes only ever separate thousands. */
const quietSeparators = /(?<=\d)[\s\u00A0\u2007\u2009\u202F'’](?=\d{3}(?!\d))/gu;
/** A sign, a currency, a sign again, the digits, and what people write behind them: `,-` and a currency. */
const shape =
  /^(?<outerSign>[+-]?)\s*(?<before>[^\d\-+().,]*\.?)\s*(?<innerSign>[+-]?)\s*(?<digits>\d(?:[\d.,]*\d)?)\s*(?:[.,]?-)?\s*(?<after>[^\d\-+().,]*\.?)$/u;
/** Accountants write negative amounts in brackets. */
const bracketed = /^(?<before>[^\d(]*)\((?<inner>[^()]+)\)(?<after>[^\d)]*)$/u;

/** Reads money as people of the region write it, for a currency with so many decimals. */
export function readMoneyText(text: string, decimals: number): MoneyReading {
  const plain = text.normalize('NFKC').replaceAll(/[−–]/g, '-').replaceAll(/\s+/gu, ' ').trim();
  const accounting = bracketed.exec(plain)?.groups;
  if (accounting !== undefined) {
    const inner = readMoneyText(`${accounting['before']}${accounting['inner']}${accounting['after']}`, decimals);
    return inner.kind === 'amount' ? { ...inner, negative: true } : unreadable;
  }

  const { outerSign = '', before = '', innerSign = '', digits, after = '' } = shape.exec(joinThousands(plain))?.groups ?? {};
  const signs = `${outerSign}${innerSign}`;
  const words = [before, after].map((word) => word.trim()).filter((word) => word !== '');
  const reading = digits === undefined || signs.length > 1 || words.length > 1 ? undefined : readDigits(digits, decimals);
  if (reading === undefined) return unreadable;
  const negative = signs === '-';
  const named = words[0] === undefined ? {} : { sign: words[0] };
  if ('amount' in reading) return { kind: 'amount', amount: reading.amount, negative, ...named };
  return negative ? { kind: 'amount', amount: reading.asThousands, negative, ...named } : { kind: 'ambiguous', ...reading, ...named };
}

function joinThousands(text: string): string {
  return text.replaceAll(quietSeparators, '');
}

type Digits = { amount: number } | { asDecimal: number; asThousands: number } | undefined;

function readDigits(digits: string, decimals: number): Digits {
  const separators = [...digits.matchAll(/[.,]/g)].map(([separator]) => separator);
  const [first] = separators;
  if (first === undefined) return amount(digits);
  const last = digits.slice(digits.search(/[.,]\d*$/)).charAt(0);

  if (separators.some((separator) => separator !== first)) {
    // Two different ones: the last is the decimal one, and comes once.
    const [whole, fraction] = splitAtLast(digits, last);
    if (fraction === '' || whole.includes(last)) return undefined;
    return inThousands(whole, first) ? amount(`${whole.replaceAll(first, '')}.${fraction}`) : undefined;
  }
  if (separators.length > 1) return inThousands(digits, first) ? amount(digits.replaceAll(first, '')) : undefined;

  const [whole, fraction] = splitAtLast(digits, first);
  if (whole === '' || fraction === '') return undefined;
  if (fraction.length !== 3) return amount(`${whole}.${fraction}`);
  const asThousands = Number(whole + fraction);
  // "0.500" is no thousand, whatever the currency; "1234.500" has no thousands separator before its first three digits.
  if (!/^[1-9]\d{0,2}$/.test(whole)) return amount(`${whole}.${fraction}`);
  return decimals === 0 ? { amount: asThousands } : { asDecimal: Number(`${whole}.${fraction}`), asThousands };
}

function amount(digits: string): { amount: number } | undefined {
  const value = Number(digits);
  return digits.length <= 15 && Number.isFinite(value) ? { amount: value } : undefined;
}

function splitAtLast(digits: string, separator: string): [string, string] {
  const position = digits.lastIndexOf(separator);
  return [digits.slice(0, position), digits.slice(position + 1)];
}

/** Groups of three behind a first group of one to three; or in the Indian way, groups of two before the last three. */
function inThousands(digits: string, separator: string): boolean {
  const [first = '', ...rest] = digits.split(separator);
  if (rest.length === 0) return /^\d+$/.test(first);
  if (!/^\d{1,3}$/.test(first)) return false;
  const last = rest.at(-1) ?? '';
  const middle = rest.slice(0, -1);
  return /^\d{3}$/.test(last) && (middle.every((group) => group.length === 3) || middle.every((group) => group.length === 2));
}
