/** So many significant digits, less the zeros at the end, as C's `%.17g` writes them. */
export function trimmedDigits(value: number, digits: number): string {
  if (Number.isInteger(value)) return String(value);
  return value.toPrecision(digits).replace(/0+$/, '');
}
