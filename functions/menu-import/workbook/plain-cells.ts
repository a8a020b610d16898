import type { CellPlaces } from './cell-places.ts';
import { excelDate } from './excel-date.ts';
import type { SheetContext, SheetFormat } from './pack-cell.ts';
import type { SheetPacker } from './pack-sheet.ts';
import { CellKind } from './packed-workbook.ts';
import { parseDecimal } from './parse-number.ts';
import { bytesOf, endOfPlainText, startsWith } from './plain-bytes.ts';
import { nameBytes } from './xml/byte-classes.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

/** A cell of numbers is shorter; nearer to the end of a chunk, cells are left to others, so that nothing is read beyond it. */
const longestWithoutText = 128;
const mostLetters = 3;
const mostRowDigits = 7;
const mostNumberBytes = 32;
const longNumber = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;

const openValue = bytesOf('<v>');
const closeValue = bytesOf('</v></c>');
const openTexts = ['<is><t>', '<is><t xml:space="preserve">'].map(bytesOf);
const closeText = bytesOf('</t></is></c>');
const closeFormula = bytesOf('</f>');
const closeCell = bytesOf('</c>');
const inlineString = bytesOf('inlineStr"');

const Type = { number: 0, shared: 1, inline: 2, boolean: 3 } as const;

/** `n`, `s` and `b`. */
const shortTypes = new Map<number, number>([
  [0x6e, Type.number],
  [0x73, Type.shared],
  [0x62, Type.boolean],
]);

/**
 * Reads, in one pass over their bytes, the cells that a workbook is full of: `<c r="C12" s="3"><v>45000</v></c>`, shared and inline strings, and styled cells without a
 * value. Whatever is written in any other way is left to the general reader, which comes to the same; it takes three times as long.
 */
export class PlainCells {
  readonly #context: SheetContext;
  readonly #sheet: SheetPacker;
  readonly #places: CellPlaces;
  #column = 0;
  #type: number = Type.number;
  #hasFormula = false;
  #format: SheetFormat;
  readonly #general: SheetFormat;

  constructor(context: SheetContext, sheet: SheetPacker, places: CellPlaces, general: SheetFormat) {
    this.#context = context;
    this.#sheet = sheet;
    this.#places = places;
    this.#general = general;
    this.#format = general;
  }

  /** Answers where the cell that begins at a place ends, or `notTaken`. */
  take(bytes: Buffer, at: number): number {
    if (at + longestWithoutText > bytes.length || !this.#places.rowIsNamed) return notTaken;
    const inside = this.#takeTag(bytes, at + 2);
    if (inside === notTaken) return notTaken;
    // `<c r="C12" s="3"/>`
    if (bytes[inside - 1] === 0x2f) return this.#placed(inside + 1);
    if (bytes[inside + 2] === 0x2f && startsWith(bytes, inside + 1, closeCell)) return this.#placed(inside + 1 + closeCell.length);
    const value = this.#takeFormula(bytes, inside + 1);
    // What a formula left is nearer to the end.
    if (value === notTaken || value + longestWithoutText > bytes.length) return notTaken;
    switch (this.#type) {
      case Type.number:
        return this.#takeNumber(bytes, value);
      case Type.shared:
        return this.#takeShared(bytes, value);
      case Type.boolean:
        return this.#takeBoolean(bytes, value);
      default:
        return this.#takeInline(bytes, value);
    }
  }

  /** ` r="C12" s="3" t="s">`, in any order. Answers the place of the `>`. */
  #takeTag(bytes: Buffer, from: number): number {
    let at = from;
    let seen = 0;
    this.#type = Type.number;
    this.#format = this.#general;
    while (bytes[at] === 0x20 && bytes[at + 2] === 0x3d && bytes[at + 3] === 0x22) {
      const name = bytes[at + 1] as number;
      // An attribute that stands twice is no XML.
      const bit = 1 << (name & 31);
      if ((seen & bit) !== 0) return notTaken;
      seen |= bit;
      at =
        name === 0x72
          ? this.#takeReference(bytes, at + 4)
          : name === 0x73
            ? this.#takeStyle(bytes, at + 4)
            : this.#takeType(bytes, at + 4, name);
      if (at === notTaken) return notTaken;
    }
    // `r`, the reference, must be among them.
    if ((seen & (1 << (0x72 & 31))) === 0) return notTaken;
    if (bytes[at] === 0x3e) return at;
    return bytes[at] === 0x2f && bytes[at + 1] === 0x3e ? at + 1 : notTaken;
  }

  /** `<f>A1*2</f>`, `<f t="shared" si="0"/>`: passed over, as the value counts. Answers where it ends; the same place where there is none. */
  #takeFormula(bytes: Buffer, from: number): number {
    this.#hasFormula = bytes[from] === 0x3c && bytes[from + 1] === 0x66;
    if (!this.#hasFormula) return from;
    let at = from + 2;
    let seen = 0;
    while (bytes[at] === 0x20) {
      const name = bytes[at + 1] as number;
      const bit = 1 << (name & 31);
      // Two attributes that begin alike may be the same.
      if (!isSmallLetter(name) || (seen & bit) !== 0) return notTaken;
      seen |= bit;
      at += 2;
      while (isSmallLetter(bytes[at])) at += 1;
      if (bytes[at] !== 0x3d || bytes[at + 1] !== 0x22) return notTaken;
      at += 2;
      while (isWordOrRange(bytes[at])) at += 1;
      if (bytes[at] !== 0x22) return notTaken;
      at += 1;
    }
    if (bytes[at] === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : notTaken;
    const end = bytes[at] === 0x3e ? endOfPlainText(bytes, at + 1) : notTaken;
    return end !== notTaken && startsWith(bytes, end, closeFormula) ? end + closeFormula.length : notTaken;
  }

  #takeReference(bytes: Buffer, from: number): number {
    let at = from;
    let column = 0;
    for (; at < from + mostLetters; at += 1) {
      const letter = (bytes[at] as number) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const digits = at;
    while (at < digits + mostRowDigits && isDigit(bytes[at])) at += 1;
    if (column === 0 || at === digits || bytes[at] !== 0x22) return notTaken;
    this.#column = column;
    return at + 1;
  }

  #takeStyle(bytes: Buffer, from: number): number {
    let at = from;
    let style = 0;
    for (; at < from + mostRowDigits && isDigit(bytes[at]); at += 1) style = style * 10 + (bytes[at] as number) - 0x30;
    if (at === from || bytes[at] !== 0x22) return notTaken;
    this.#format = this.#context.formats[style] ?? this.#general;
    return at + 1;
  }

  #takeType(bytes: Buffer, at: number, name: number): number {
    if (name !== 0x74) return notTaken;
    const type = bytes[at + 1] === 0x22 ? shortTypes.get(bytes[at] as number) : undefined;
    if (type !== undefined) {
      this.#type = type;
      return at + 2;
    }
    if (!startsWith(bytes, at, inlineString)) return notTaken;
    this.#type = Type.inline;
    return at + inlineString.length;
  }

  #takeNumber(bytes: Buffer, from: number): number {
    if (!startsWith(bytes, from, openValue)) return notTaken;
    const start = from + openValue.length;
    let end = start;
    while (end < start + mostNumberBytes && bytes[end] !== 0x3c) end += 1;
    if (!startsWith(bytes, end, closeValue)) return notTaken;
    const exact = parseDecimal(bytes, start, end);
    // Excel writes seventeen digits of what it calculated.
    const value = Number.isNaN(exact) ? parseLongNumber(bytes.toString('latin1', start, end)) : exact;
    if (value === undefined || (value === 0 && this.#hasFormula && this.#context.uncalculated)) return notTaken;
    const next = this.#placed(end + closeValue.length);
    const { kind } = this.#format;
    const date = kind === 'number' ? undefined : excelDate(value, kind, this.#context.date1904);
    if (date === undefined) this.#sheet.add(this.#places.place, CellKind.number, value, this.#format);
    else this.#sheet.add(this.#places.place, CellKind.date, this.#context.pool.addOnce(date), this.#format);
    return next;
  }

  #takeBoolean(bytes: Buffer, from: number): number {
    const at = from + openValue.length;
    const value = (bytes[at] as number) - 0x30;
    if (!startsWith(bytes, from, openValue) || !startsWith(bytes, at + 1, closeValue) || (value !== 0 && value !== 1)) return notTaken;
    const next = this.#placed(at + 1 + closeValue.length);
    this.#sheet.add(this.#places.place, CellKind.boolean, value, this.#format);
    return next;
  }

  #takeShared(bytes: Buffer, from: number): number {
    if (!startsWith(bytes, from, openValue)) return notTaken;
    const start = from + openValue.length;
    let at = start;
    let position = 0;
    for (; at < start + mostRowDigits && isDigit(bytes[at]); at += 1) position = position * 10 + (bytes[at] as number) - 0x30;
    const { pool, sharedStrings, budget } = this.#context;
    if (at === start || position >= sharedStrings || !startsWith(bytes, at, closeValue)) return notTaken;
    const end = this.#placed(at + closeValue.length);
    if (pool.isBlankAt(position)) return end;
    budget.countText(pool.sizeAt(position));
    this.#sheet.add(this.#places.place, CellKind.text, position, this.#format);
    return end;
  }

  #takeInline(bytes: Buffer, from: number): number {
    const openText = openTexts.find((candidate) => startsWith(bytes, from, candidate));
    if (openText === undefined) return notTaken;
    const start = from + openText.length;
    const at = endOfPlainText(bytes, start);
    if (at <= start || at + closeText.length > bytes.length || !startsWith(bytes, at, closeText)) return notTaken;
    const { pool, budget } = this.#context;
    if (at - start > budget.longestText) return notTaken;
    const position = pool.addXmlText(bytes, start, at);
    if (position === notTaken) return notTaken;
    const end = this.#placed(at + closeText.length);
    if (pool.isBlankAt(position)) pool.dropLast();
    else {
      budget.countText(pool.sizeAt(position));
      this.#sheet.add(this.#places.place, CellKind.text, position, this.#format);
    }
    return end;
  }

  /** From here on the cell counts. */
  #placed(end: number): number {
    this.#places.take(this.#column, undefined);
    return end;
  }
}

/** `undefined` where it is none, or more than a double holds. */
function parseLongNumber(text: string): number | undefined {
  const value = longNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}

/** Letters, digits and the colon of a range, which is all that the attributes of a formula usually hold. */
function isWordOrRange(byte: number | undefined): boolean {
  return byte !== undefined && nameBytes[byte] !== 0 && byte < 0x80;
}

function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
