/** What a number format makes of a number: `elapsed` counts hours past a day, `[h]:mm`. */
export type FormatKind = 'number' | 'date' | 'time' | 'elapsed';

/** Formats that a workbook names by number only, ECMA-376 part 1, 18.8.30. */
const builtInFormats: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yyyy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
};

/** East Asian built-in dates, whose codes differ by locale. */
const localBuiltInDates = new Set([27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58]);

/** The format code of a number format id, `undefined` for General. */
export function formatCode(id: number, custom: ReadonlyMap<number, string>): string | undefined {
  const code = custom.get(id) ?? (localBuiltInDates.has(id) ? 'yyyy/m/d' : builtInFormats[id]);
  return code === undefined || code.toLowerCase() === 'general' ? undefined : code;
}

/** Excel writes 255 at most. What is longer is no format, and could be made to be looked through for ever. */
const longestCode = 1_000;

/** Tells dates from numbers. Letters inside quotes, escapes and colours mean nothing: `[Red]0`, `"d"0`. */
export function formatKind(code: string | undefined): FormatKind {
  if (code === undefined || code.length > longestCode) return 'number';
  // An escaped quote opens no quotation, so that all three are looked for at once.
  const [positive = ''] = code.replaceAll(/\\.|[_*].|"[^"]*"?/gs, '').split(';');
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return 'elapsed';
  const letters = positive.replaceAll(/\[[^\]]*\]|general|s\.0+/gi, '');
  // Dates have no places for digits, whatever letters stand beside them: `RM#,##0`, `USD 0.00`.
  if (/[0#?]/.test(letters)) return 'number';
  if (/[yd]|mmm/i.test(letters)) return 'date';
  if (/[hs]/i.test(letters)) return 'time';
  return /m/i.test(letters) ? 'date' : 'number';
}
