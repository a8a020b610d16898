/** Powers of ten that a double holds exactly. */
const powersOfTen = Array.from({ length: 16 }, (_, power) => 10 ** power);
/** Numbers of so many digits are exact as an integer, so that one division gives the nearest double. */
const mostDigits = 15;

/** The whole number that these bytes spell, digits only; -1 for anything else, and for more than 9 digits. */
export function parseIndex(bytes: Uint8Array, start: number, end: number): number {
  if (end === start || end - start > 9) return -1;
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/** The decimal number that these bytes spell, as `Number` would read it; `NaN` for what takes more than digits and a point. */
export function parseDecimal(bytes: Uint8Array, start: number, end: number): number {
  const negative = bytes[start] === 0x2d;
  let digits = 0;
  let value = 0;
  let point = -1;
  for (let at = negative ? start + 1 : start; at < end; at += 1) {
    const byte = bytes[at] as number;
    if (byte === 0x2e && point === -1) {
      point = digits;
      continue;
    }
    if (byte < 0x30 || byte > 0x39) return Number.NaN;
    digits += 1;
    value = value * 10 + (byte - 0x30);
  }
  if (digits === 0 || digits > mostDigits) return Number.NaN;
  const size = point === -1 ? value : value / (powersOfTen[digits - point] as number);
  return negative ? -size : size;
}
