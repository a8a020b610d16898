import { ByteClass } from './byte-classes.ts';
import { decodeXmlText, resolveReferences } from './decode-xml-text.ts';

/**
 * A piece of text as a place in the bytes of the part; a text may come in several. One object serves all pieces, so it means something
 * only while it is handled; its `bytes` stay as they are.
 */
export class XmlPiece {
  bytes: Buffer = Buffer.alloc(0);
  start = 0;
  end = 0;
  /** Bits of `ByteClass`; 0 where the bytes are the text. */
  classes = 0;
  #isCdata = false;
  #text: string | undefined;

  set(bytes: Buffer, start: number, end: number, classes: number, isCdata: boolean): this {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
    this.classes = isCdata ? classes & ~ByteClass.reference : classes;
    this.#isCdata = isCdata;
    this.#text = undefined;
    return this;
  }

  toString(): string {
    this.#text ??= this.#read();
    return this.#text;
  }

  #read(): string {
    const text = decodeXmlText(this.bytes, this.start, this.end, this.classes);
    return this.#isCdata || (this.classes & ByteClass.reference) === 0 ? text : resolveReferences(text);
  }
}
