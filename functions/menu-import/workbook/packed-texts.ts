import type { PackedWorkbook } from './packed-workbook.ts';

/** The texts of a packed workbook by position: one long text and where each begins in it, as cutting it up is faster than decoding each. */
export class PackedTexts {
  readonly #all: string;
  /** In letters. */
  readonly #starts: Uint32Array;

  constructor({ textBytes, textStarts }: Pick<PackedWorkbook, 'textBytes' | 'textStarts'>) {
    const bytes = Buffer.from(textBytes.buffer, textBytes.byteOffset, textBytes.length);
    this.#all = bytes.toString('utf8');
    // Of ASCII each byte is a letter.
    this.#starts = this.#all.length === bytes.length ? textStarts : startsInLetters(bytes, textStarts);
  }

  at(position: number): string {
    return this.#all.slice(this.#starts[position], this.#starts[position + 1]);
  }
}

/** Letters are units of UTF-16: one for each sequence of UTF-8, and two for one of four bytes. */
function startsInLetters(bytes: Uint8Array, startsInBytes: Uint32Array): Uint32Array {
  const starts = new Uint32Array(startsInBytes.length);
  let letters = 0;
  let at = 0;
  for (let position = 0; position < startsInBytes.length; position += 1) {
    for (const start = startsInBytes[position] as number; at < start; at += 1) {
      const byte = bytes[at] as number;
      if ((byte & 0xc0) !== 0x80) letters += byte >= 0xf0 ? 2 : 1;
    }
    starts[position] = letters;
  }
  return starts;
}
