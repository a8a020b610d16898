import { ByteClass, byteClasses, isSpace, nameBytes } from './byte-classes.ts';
import { checkCharacters } from './check-characters.ts';
import { MalformedXml } from './malformed-xml.ts';
import type { XmlAttributes } from './xml-attributes.ts';
import type { XmlName, XmlNames } from './xml-names.ts';

/** The rest of a tag has not come yet. */
export const needsMore = -1;

const equals = 0x3d;
const slash = 0x2f;
const close = 0x3e;
const doubleQuote = 0x22;
const singleQuote = 0x27;

/** Reads start tags, from the byte behind their `<` to the one behind their `>`. What was read is in its fields, until the next tag. */
export class TagScanner {
  readonly attributes: XmlAttributes;
  readonly #names: XmlNames;
  #name: XmlName | undefined;
  /** The tag is start and end at once: `<v/>`. */
  selfClosing = false;
  /** Where the last name ended. */
  #end = 0;

  constructor(names: XmlNames, attributes: XmlAttributes) {
    this.#names = names;
    this.attributes = attributes;
  }

  get name(): XmlName {
    if (this.#name === undefined) throw new MalformedXml('a tag without a name');
    return this.#name;
  }

  /** Answers the place behind the tag, or `needsMore`. */
  scanStart(bytes: Buffer, from: number): number {
    this.attributes.clear(bytes);
    const name = this.#scanName(bytes, from);
    if (name === undefined) return needsMore;
    this.#name = name;
    let at = this.#end;
    let suspicious = 0;
    for (;;) {
      const beforeSpace = at;
      while (isSpace(bytes[at])) at += 1;
      const byte = bytes[at];
      if (byte === undefined) return needsMore;
      if (byte === close || byte === slash) return this.#scanEndOfStart(bytes, at, suspicious);
      if (at === beforeSpace) throw new MalformedXml('a tag whose attributes run into each other');

      const attribute = this.#scanName(bytes, at);
      if (attribute === undefined) return needsMore;
      const start = valueStart(bytes, this.#end);
      if (start === needsMore) return needsMore;
      const quote = bytes[start - 1];
      let classes = 0;
      for (at = start; at < bytes.length && bytes[at] !== quote; at += 1) classes |= byteClasses[bytes[at] as number] as number;
      if (at >= bytes.length) return needsMore;
      if ((classes & ByteClass.markup) !== 0) throw new MalformedXml('an attribute with a tag in it');
      checkCharacters(bytes, start, at, classes);
      this.attributes.add(attribute, start, at, classes);
      suspicious |= classes;
      at += 1;
    }
  }

  #scanEndOfStart(bytes: Buffer, at: number, suspicious: number): number {
    this.selfClosing = bytes[at] === slash;
    const last = this.selfClosing ? at + 1 : at;
    if (last >= bytes.length) return needsMore;
    if (bytes[last] !== close) throw new MalformedXml('a tag with a stray slash');
    if ((suspicious & ByteClass.reference) !== 0) this.attributes.checkReferences();
    return last + 1;
  }

  /** `undefined` where the name may go on in the next chunk. */
  #scanName(bytes: Buffer, from: number): XmlName | undefined {
    if (from >= bytes.length) return undefined;
    if (nameBytes[bytes[from] as number] !== 1) throw new MalformedXml('a name that begins as none may');
    let at = from;
    let hash = 0;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (nameBytes[byte] === 0) break;
      hash = (Math.imul(hash, 31) + byte) | 0;
    }
    if (at >= bytes.length) return undefined;
    this.#end = at;
    return this.#names.find(bytes, from, at, hash);
  }
}

/** Reads an end tag from the byte behind its `</`, which must end the element of that name. Answers the place behind it, or `needsMore`. */
export function scanEndTag(bytes: Buffer, from: number, name: Uint8Array): number {
  let at = from;
  for (let position = 0; position < name.length && at < bytes.length; position += 1, at += 1) {
    if (bytes[at] !== name[position]) throw new MalformedXml('an end tag that ends something else');
  }
  while (isSpace(bytes[at])) at += 1;
  if (at >= bytes.length) return needsMore;
  if (bytes[at] !== close) throw new MalformedXml('an end tag with something in it');
  return at + 1;
}

/** The place of the first letter of the value, behind `="` */
function valueStart(bytes: Buffer, from: number): number {
  let at = from;
  while (isSpace(bytes[at])) at += 1;
  if (at < bytes.length && bytes[at] !== equals) throw new MalformedXml('an attribute without a value');
  at += 1;
  while (isSpace(bytes[at])) at += 1;
  if (at >= bytes.length) return needsMore;
  if (bytes[at] !== doubleQuote && bytes[at] !== singleQuote) throw new MalformedXml('an attribute without quotes');
  return at + 1;
}
