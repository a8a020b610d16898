import { decodeText } from './decode-text.ts';
import type { GatheredText } from './gathered-text.ts';
import { copyXmlText } from './xml/copy-xml-text.ts';

const firstBytes = 16_384;
const firstTexts = 1_024;
const underscore = 0x5f;

/** The texts of one workbook, by position, in UTF-8 behind each other: a hundred thousand texts are one piece of memory. */
export class TextPool {
  count = 0;
  #bytes: Buffer<ArrayBuffer> = Buffer.from(new ArrayBuffer(firstBytes));
  /** Where each text begins; and one more, where the last one ends. */
  #starts = new Uint32Array(firstTexts);
  readonly #once = new Map<string, number>();

  add(text: string): number {
    const bytes = Buffer.from(text);
    return this.#append(bytes, 0, bytes.length);
  }

  /** Of texts that come again and again, such as dates, each is kept once. */
  addOnce(text: string): number {
    let position = this.#once.get(text);
    if (position === undefined) {
      position = this.add(text);
      this.#once.set(text, position);
    }
    return position;
  }

  /** A text as Excel shows it, see `decodeText`. */
  addGathered(text: GatheredText): number {
    const { isBytes, bytes, start, end } = text;
    return isBytes && !hasEscape(bytes, start, end) ? this.#append(bytes, start, end) : this.add(decodeText(text.toString()));
  }

  /** A text that is what its bytes and references say; -1 where a reference says nothing plain, and nothing was added. */
  addXmlText(bytes: Buffer, from: number, to: number): number {
    const start = this.#reserve(to - from);
    const end = copyXmlText(bytes, from, to, this.#bytes, start);
    return end === -1 ? -1 : this.#commit(end);
  }

  /** In bytes. */
  sizeAt(position: number): number {
    return (this.#starts[position + 1] as number) - (this.#starts[position] as number);
  }

  /** The length of a text in letters; in the units of UTF-16, as Excel counts. */
  lengthAt(position: number): number {
    const start = this.#starts[position] as number;
    const end = this.#starts[position + 1] as number;
    for (let at = start; at < end; at += 1) if ((this.#bytes[at] as number) >= 0x80) return this.textAt(position).length;
    return end - start;
  }

  /** Whether a text shows nothing, as `trim` sees it. */
  isBlankAt(position: number): boolean {
    const start = this.#starts[position] as number;
    const end = this.#starts[position + 1] as number;
    const first = start < end ? (this.#bytes[start] as number) : 0;
    return !(first > 0x20 && first < 0x7f) && this.textAt(position).trim() === '';
  }

  textAt(position: number): string {
    return this.#bytes.toString('utf8', this.#starts[position], this.#starts[position + 1]);
  }

  /** Takes back the text that was added last. */
  dropLast(): void {
    this.count -= 1;
  }

  pack(): { textBytes: Uint8Array<ArrayBuffer>; textStarts: Uint32Array<ArrayBuffer> } {
    const end = this.#starts[this.count] as number;
    return { textBytes: new Uint8Array(this.#bytes.buffer, 0, end), textStarts: this.#starts.subarray(0, this.count + 1) };
  }

  #append(bytes: Buffer, from: number, to: number): number {
    const start = this.#reserve(to - from);
    bytes.copy(this.#bytes, start, from, to);
    return this.#commit(start + to - from);
  }

  /** Makes room for so many bytes, and answers where they go. */
  #reserve(size: number): number {
    const start = this.#starts[this.count] as number;
    if (start + size > this.#bytes.length) {
      const larger = Buffer.from(new ArrayBuffer(Math.max(start + size, Math.ceil(this.#bytes.length * 1.5))));
      this.#bytes.copy(larger, 0, 0, start);
      this.#bytes = larger;
    }
    return start;
  }

  /** The last text ends there. */
  #commit(end: number): number {
    if (this.count + 2 > this.#starts.length) {
      const larger = new Uint32Array(this.#starts.length * 2);
      larger.set(this.#starts);
      this.#starts = larger;
    }
    this.#starts[this.count + 1] = end;
    this.count += 1;
    return this.count - 1;
  }
}

/** Whether `_x000D_` may be in it: where there is no `_`, there is none. */
function hasEscape(bytes: Buffer, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (bytes[at] === underscore) return true;
  return false;
}
