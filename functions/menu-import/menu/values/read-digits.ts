/** How prices of a currency are written. */
export interface MoneyStyle {
  decimals: number;
  /** Also groups as 1,25,000. */
  lakhs: boolean;
}

/** One amount, or two that exclude each other: the separator as decimal and as thousands separator. */
export type DigitsReading = { amount: number } | { asDecimal: number; asThousands: number };

/** A double keeps 15 digits; more would come out as another amount. */
const longestNumber = 15;

/** Reads digits with the separators `.`, `,`, space and apostrophe between them; `undefined` where they are no amount. */
export function readDigits(digits: string, style: MoneyStyle): DigitsReading | undefined {
  const separators = digits.match(/\D/g) ?? [];
  const first = separators.at(0);
  const last = separators.at(-1);
  if (first === undefined || last === undefined) return exact(digits);

  const position = digits.lastIndexOf(last);
  const whole = digits.slice(0, position);
  const fraction = digits.slice(position + 1);
  const onlyThousands = last === ' ' || last === "'";
  if (separators.some((separator) => separator !== first)) {
    // Two different ones: the last is the decimal one.
    if (onlyThousands || !inGroups(whole, first, style)) return undefined;
    return exact(`${whole.replaceAll(first, '')}.${fraction}`);
  }
  if (separators.length > 1 || onlyThousands) return inGroups(digits, first, style) ? exact(digits.replaceAll(first, '')) : undefined;
  return readOneSeparator(whole, fraction, style);
}

function readOneSeparator(whole: string, fraction: string, { decimals }: MoneyStyle): DigitsReading | undefined {
  const asDecimal = exact(`${whole}.${fraction}`);
  const asThousands = exact(whole + fraction);
  if (asDecimal === undefined || asThousands === undefined) return undefined;
  if (fraction.length < 3) return asDecimal;
  // Without decimals it is a slip of the keyboard, 12.500 or 125.00, and nobody knows which.
  if (fraction.length > 3) return decimals === 0 ? undefined : asDecimal;
  if (asThousands.amount === 0) return asThousands;
  const groups = /^[1-9]\d{0,2}$/.test(whole);
  if (groups && decimals === 0) return asThousands;
  // "0.500" is no thousand; "1234.500" neither, but only three decimals make a price of it.
  if (!groups && decimals > 0 && (/^0+$/.test(whole) || decimals === fraction.length)) return asDecimal;
  return { asDecimal: asDecimal.amount, asThousands: asThousands.amount };
}

function exact(digits: string): { amount: number } | undefined {
  return digits.length > longestNumber ? undefined : { amount: Number(digits) };
}

function inGroups(digits: string, separator: string, { lakhs }: MoneyStyle): boolean {
  const [first = '', ...rest] = digits.split(separator);
  if (!/^[1-9]\d{0,2}$/.test(first) || !rest.every((group) => /^\d+$/.test(group))) return false;
  if (rest.every((group) => group.length === 3)) return true;
  return (
    lakhs && separator === ',' && first.length < 3 && rest.at(-1)?.length === 3 && rest.slice(0, -1).every((group) => group.length === 2)
  );
}
