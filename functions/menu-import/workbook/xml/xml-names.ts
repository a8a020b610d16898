import { MalformedXml } from './malformed-xml.ts';

/** The name of an element or an attribute. Of one name there is one object, so that names are compared at no cost. */
export interface XmlName {
  /** As written, with its prefix. */
  readonly full: string;
  /** Without its prefix: workbooks may choose any. */
  readonly local: string;
  readonly bytes: Uint8Array;
  readonly next: XmlName | undefined;
}

/** No part of a workbook has as many; keeps a hostile one from filling the memory with names. */
const mostNames = 10_000;
const buckets = 1_024;
/** To copy it is a hundred times faster than to make it, and each part of a workbook needs one. */
const noNames: readonly (XmlName | undefined)[] = Array.from({ length: buckets });

/** The names of one part, found by their bytes. */
export class XmlNames {
  readonly #table: (XmlName | undefined)[] = noNames.slice();
  #count = 0;

  /** `hash` follows from the bytes; it saves to compute it again. */
  find(bytes: Buffer, start: number, end: number, hash: number): XmlName {
    const bucket = hash & (buckets - 1);
    for (let name = this.#table[bucket]; name !== undefined; name = name.next) {
      if (isSame(name.bytes, bytes, start, end)) return name;
    }
    this.#count += 1;
    if (this.#count > mostNames) throw new MalformedXml('more names than any workbook has');
    const full = bytes.toString('utf8', start, end);
    if (!isXmlName(full)) throw new MalformedXml('a name that is none');
    const local = full.slice(full.indexOf(':') + 1);
    const name = { full, local, bytes: Uint8Array.from(bytes.subarray(start, end)), next: this.#table[bucket] };
    this.#table[bucket] = name;
    return name;
  }
}

const start =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}' +
  '\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const nameShape = new RegExp(`^[${start}][${start}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*$`, 'u');

/** Whether a text is a name, XML 1.0, 2.3. */
export function isXmlName(text: string): boolean {
  return nameShape.test(text);
}

function isSame(name: Uint8Array, bytes: Buffer, start: number, end: number): boolean {
  if (name.length !== end - start) return false;
  for (let position = 0; position < name.length; position += 1) if (name[position] !== bytes[start + position]) return false;
  return true;
}
