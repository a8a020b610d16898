import { ByteClass } from './byte-classes.ts';
import { decodeXmlText, resolveReferences } from './decode-xml-text.ts';
import { MalformedXml } from './malformed-xml.ts';
import type { XmlName } from './xml-names.ts';

/** No element of a workbook has as many. */
const mostAttributes = 256;

/**
 * The attributes of one start tag, as places in the bytes of the part: most are never looked at, and numbers are read without becoming texts.
 * One object serves all tags, so it means something only while its tag is handled.
 */
export class XmlAttributes {
  bytes: Buffer = Buffer.alloc(0);
  count = 0;
  readonly #names: XmlName[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #classes: number[] = [];

  clear(bytes: Buffer): void {
    this.bytes = bytes;
    this.count = 0;
  }

  add(name: XmlName, start: number, end: number, classes: number): void {
    for (let position = 0; position < this.count; position += 1) {
      if (this.#names[position] === name) throw new MalformedXml('an attribute that stands twice');
    }
    if (this.count >= mostAttributes) throw new MalformedXml('more attributes than any workbook has');
    this.#names[this.count] = name;
    this.#starts[this.count] = start;
    this.#ends[this.count] = end;
    this.#classes[this.count] = classes;
    this.count += 1;
  }

  /** The name as written, with its prefix. */
  nameAt(position: number): string {
    return this.#names[position]?.full ?? '';
  }

  /** Where the value begins in `bytes`. */
  startAt(position: number): number {
    return this.#starts[position] ?? 0;
  }

  endAt(position: number): number {
    return this.#ends[position] ?? 0;
  }

  valueAt(position: number): string {
    const classes = this.#classes[position] ?? 0;
    const text = decodeXmlText(this.bytes, this.startAt(position), this.endAt(position), classes);
    const spaced = (classes & (ByteClass.space | ByteClass.carriageReturn)) === 0 ? text : text.replaceAll(/[\t\n]/g, ' ');
    return (classes & ByteClass.reference) === 0 ? spaced : resolveReferences(spaced);
  }

  /** The value of the attribute of that name as written; `undefined` where there is none. */
  get(name: string): string | undefined {
    for (let position = 0; position < this.count; position += 1) if (this.#names[position]?.full === name) return this.valueAt(position);
    return undefined;
  }

  /** The value of an attribute whatever its prefix: `id` finds `r:id`, not `id`. */
  getPrefixed(local: string): string | undefined {
    for (let position = 0; position < this.count; position += 1) {
      const name = this.#names[position];
      if (name?.local === local && name.full !== local) return this.valueAt(position);
    }
    return undefined;
  }

  /** All of them, by name as written. */
  all(): Record<string, string> {
    const entries = Array.from({ length: this.count }, (_, position) => [this.nameAt(position), this.valueAt(position)] as const);
    return Object.fromEntries(entries);
  }

  /** References are checked in attributes that nobody asks for, too. */
  checkReferences(): void {
    for (let position = 0; position < this.count; position += 1) {
      if (((this.#classes[position] ?? 0) & ByteClass.reference) !== 0) this.valueAt(position);
    }
  }
}
