import { ByteClass } from './xml/byte-classes.ts';
import type { XmlPiece } from './xml/xml-piece.ts';

/** What stands in a part in another way than in the text: `&amp;`, and a line break of two letters. */
const rewritten = ByteClass.reference | ByteClass.carriageReturn;

/** A text that comes in pieces. Nearly all come in one, and stay bytes until somebody wants to read them. */
export class GatheredText {
  /** The text is the bytes from `start` to `end`, in UTF-8. */
  isBytes = false;
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  #text = '';

  clear(): void {
    this.isBytes = false;
    this.#text = '';
  }

  add(piece: XmlPiece): void {
    if (!this.isBytes && this.#text === '' && (piece.classes & rewritten) === 0) {
      this.isBytes = true;
      this.bytes = piece.bytes;
      this.start = piece.start;
      this.end = piece.end;
    } else {
      this.#text = this.toString() + piece.toString();
      this.isBytes = false;
    }
  }

  toString(): string {
    return this.isBytes ? this.bytes.toString('utf8', this.start, this.end) : this.#text;
  }
}
