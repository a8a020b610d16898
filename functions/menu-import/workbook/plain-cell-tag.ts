import type { SheetFormat } from './pack-cell.ts';
import { bytesOf, isDigit, startsWith } from './plain-bytes.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

const mostLetters = 3;
const mostDigits = 7;
const inlineString = bytesOf('inlineStr"');

/** What a plain cell can hold. */
export const PlainType = { number: 0, shared: 1, inline: 2, boolean: 3 } as const;

/** `n`, `s` and `b`. */
const shortTypes = new Map<number, number>([
  [0x6e, PlainType.number],
  [0x73, PlainType.shared],
  [0x62, PlainType.boolean],
]);

/** The start tag of a plain cell: ` r="C12" s="3" t="s">`, in any order. What it says is in its fields, until the next one. */
export class PlainCellTag {
  column = 0;
  /** Of `PlainType`. */
  type: number = PlainType.number;
  format: SheetFormat;
  readonly #formats: readonly SheetFormat[];
  readonly #general: SheetFormat;

  constructor(formats: readonly SheetFormat[], general: SheetFormat) {
    this.#formats = formats;
    this.#general = general;
    this.format = general;
  }

  /** From the byte behind `<c`. Answers the place of the `>`, or `notTaken`. */
  scan(bytes: Buffer, from: number): number {
    let at = from;
    let seen = 0;
    this.type = PlainType.number;
    this.format = this.#general;
    while (bytes[at] === 0x20 && bytes[at + 2] === 0x3d && bytes[at + 3] === 0x22) {
      const name = bytes[at + 1] as number;
      // An attribute that stands twice is no XML.
      const bit = 1 << (name & 31);
      if ((seen & bit) !== 0) return notTaken;
      seen |= bit;
      at = this.#attribute(bytes, at + 4, name);
      if (at === notTaken) return notTaken;
    }
    // `r`, the reference, must be among them.
    if ((seen & (1 << (0x72 & 31))) === 0) return notTaken;
    if (bytes[at] === 0x3e) return at;
    return bytes[at] === 0x2f && bytes[at + 1] === 0x3e ? at + 1 : notTaken;
  }

  #attribute(bytes: Buffer, at: number, name: number): number {
    switch (name) {
      case 0x72:
        return this.#reference(bytes, at);
      case 0x73:
        return this.#style(bytes, at);
      case 0x74:
        return this.#type(bytes, at);
      default:
        return notTaken;
    }
  }

  #reference(bytes: Buffer, from: number): number {
    let at = from;
    let column = 0;
    for (; at < from + mostLetters; at += 1) {
      const letter = (bytes[at] as number) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const digits = at;
    while (at < digits + mostDigits && isDigit(bytes[at])) at += 1;
    if (column === 0 || at === digits || bytes[at] !== 0x22) return notTaken;
    this.column = column;
    return at + 1;
  }

  #style(bytes: Buffer, from: number): number {
    let at = from;
    let style = 0;
    for (; at < from + mostDigits && isDigit(bytes[at]); at += 1) style = style * 10 + (bytes[at] as number) - 0x30;
    if (at === from || bytes[at] !== 0x22) return notTaken;
    this.format = this.#formats[style] ?? this.#general;
    return at + 1;
  }

  #type(bytes: Buffer, at: number): number {
    const type = bytes[at + 1] === 0x22 ? shortTypes.get(bytes[at] as number) : undefined;
    if (type !== undefined) {
      this.type = type;
      return at + 2;
    }
    if (!startsWith(bytes, at, inlineString)) return notTaken;
    this.type = PlainType.inline;
    return at + inlineString.length;
  }
}
