import type { CellPlaces } from './cell-places.ts';
import { excelDate } from './excel-date.ts';
import type { SheetContext, SheetFormat } from './pack-cell.ts';
import type { SheetPacker } from './pack-sheet.ts';
import { CellKind } from './packed-workbook.ts';
import { parseDecimal } from './parse-number.ts';
import { bytesOf, endOfPlainText, isDigit, startsWith } from './plain-bytes.ts';
import { PlainCellTag, PlainType } from './plain-cell-tag.ts';
import { endOfFormula } from './plain-formula.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

/** A cell of numbers is shorter; nearer to the end of a chunk, cells are left to others, so that nothing is read beyond it. */
const longestWithoutText = 128;
const mostPositionDigits = 7;
const mostNumberBytes = 32;
const longNumber = /^-?\d+(?:\.\d+)?(?:E[+-]?\d+)?$/i;

const openValue = bytesOf('<v>');
const closeValue = bytesOf('</v></c>');
const openTexts = ['<is><t>', '<is><t xml:space="preserve">'].map(bytesOf);
const closeText = bytesOf('</t></is></c>');
const closeCell = bytesOf('</c>');

/**
 * Reads, in one pass over their bytes, the cells that a workbook is full of: `<c r="C12" s="3"><v>45000</v></c>`, shared and inline strings, and styled cells without a
 * value. Whatever is written in any other way is left to the general reader, which comes to the same; it takes three times as long.
 */
export class PlainCells {
  readonly #context: SheetContext;
  readonly #sheet: SheetPacker;
  readonly #places: CellPlaces;
  readonly #tag: PlainCellTag;
  #hasFormula = false;

  constructor(context: SheetContext, sheet: SheetPacker, places: CellPlaces, general: SheetFormat) {
    this.#context = context;
    this.#sheet = sheet;
    this.#places = places;
    this.#tag = new PlainCellTag(context.formats, general);
  }

  /** Answers where the cell that begins at a place ends, or `notTaken`. */
  take(bytes: Buffer, at: number): number {
    if (at + longestWithoutText > bytes.length || !this.#places.rowIsNamed) return notTaken;
    const inside = this.#tag.scan(bytes, at + 2);
    if (inside === notTaken) return notTaken;
    // `<c r="C12" s="3"/>`
    if (bytes[inside - 1] === 0x2f) return this.#placed(inside + 1);
    if (bytes[inside + 2] === 0x2f && startsWith(bytes, inside + 1, closeCell)) return this.#placed(inside + 1 + closeCell.length);
    this.#hasFormula = bytes[inside + 1] === 0x3c && bytes[inside + 2] === 0x66;
    const value = this.#hasFormula ? endOfFormula(bytes, inside + 3) : inside + 1;
    // What a formula left is nearer to the end.
    if (value === notTaken || value + longestWithoutText > bytes.length) return notTaken;
    switch (this.#tag.type) {
      case PlainType.number:
        return this.#takeNumber(bytes, value);
      case PlainType.shared:
        return this.#takeShared(bytes, value);
      case PlainType.boolean:
        return this.#takeBoolean(bytes, value);
      default:
        return this.#takeInline(bytes, value);
    }
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
    const { kind } = this.#tag.format;
    const date = kind === 'number' ? undefined : excelDate(value, kind, this.#context.date1904);
    if (date === undefined) this.#sheet.add(this.#places.place, CellKind.number, value, this.#tag.format);
    else this.#sheet.add(this.#places.place, CellKind.date, this.#context.pool.addOnce(date), this.#tag.format);
    return next;
  }

  #takeBoolean(bytes: Buffer, from: number): number {
    const at = from + openValue.length;
    const value = (bytes[at] as number) - 0x30;
    if (!startsWith(bytes, from, openValue) || !startsWith(bytes, at + 1, closeValue) || (value !== 0 && value !== 1)) return notTaken;
    const next = this.#placed(at + 1 + closeValue.length);
    this.#sheet.add(this.#places.place, CellKind.boolean, value, this.#tag.format);
    return next;
  }

  #takeShared(bytes: Buffer, from: number): number {
    if (!startsWith(bytes, from, openValue)) return notTaken;
    const start = from + openValue.length;
    let at = start;
    let position = 0;
    for (; at < start + mostPositionDigits && isDigit(bytes[at]); at += 1) position = position * 10 + (bytes[at] as number) - 0x30;
    const { pool, sharedStrings, budget } = this.#context;
    if (at === start || position >= sharedStrings || !startsWith(bytes, at, closeValue)) return notTaken;
    const end = this.#placed(at + closeValue.length);
    if (pool.isBlankAt(position)) return end;
    budget.countText(pool.sizeAt(position));
    this.#sheet.add(this.#places.place, CellKind.text, position, this.#tag.format);
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
      this.#sheet.add(this.#places.place, CellKind.text, position, this.#tag.format);
    }
    return end;
  }

  /** From here on the cell counts. */
  #placed(end: number): number {
    this.#places.take(this.#tag.column, undefined);
    return end;
  }
}

/** `undefined` where it is none, or more than a double holds. */
function parseLongNumber(text: string): number | undefined {
  const value = longNumber.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : undefined;
}
