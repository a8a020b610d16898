import { WorkbookRefused } from '../errors.ts';
import { ByteClass, byteClasses, isSpace, nameBytes } from './byte-classes.ts';
import { checkCharacters } from './check-characters.ts';
import { MalformedXml } from './malformed-xml.ts';
import { needsMore, scanEndTag, TagScanner } from './scan-tag.ts';
import { safeEnd, wholeLetters, wholeLines } from './where-to-cut.ts';
import { XmlAttributes } from './xml-attributes.ts';
import { isXmlName, type XmlName, XmlNames } from './xml-names.ts';
import { XmlPiece } from './xml-piece.ts';

/** What is told of a part, in its order. Names come without their prefix. */
export interface XmlHandler {
  open: (name: string, attributes: XmlAttributes) => void;
  close: (name: string) => void;
  /** Text and CDATA, as one or several pieces. */
  text: (piece: XmlPiece) => void;
  /**
   * Reads the element that begins at a place by itself, where it is all there and plain enough to be known as well-formed; answers where it ends, or
   * `notTaken`, and has then changed nothing.
   */
  take?: (bytes: Buffer, at: number) => number;
}

export const notTaken = -1;

/** Deeper than any part of a workbook goes. */
const deepest = 200;
/** Longer than any tag of a workbook; what is not complete by then is read again and again for nothing. */
const longestTag = 262_144;
/** A reference that is longer is none: `&#x10FFFF;`. */
const longestReference = 16;

const lessThan = 0x3c;
const slash = 0x2f;
const bang = 0x21;
const question = 0x3f;
const doctypeStart = '<!doctype';
const cdataStart = '<![CDATA[';

/** How much of the next chunk is joined to what the last one broke off, at first: nearly any tag is shorter. */
const firstJoint = 1_024;
const nothing: Buffer = Buffer.alloc(0);

const xmlDeclaration =
  /^<\?xml\s+version\s*=\s*(["'])1\.\d+\1(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>$/;

/** What ends each stretch that is no text and no tag. */
const ends = { comment: '-->', instruction: '?>', cdata: ']]>' } as const;

/**
 * Reads UTF-8 as it comes, in chunks of any length: well-formed XML without a DOCTYPE, which is all that a workbook may hold. Narrow on purpose:
 * it makes no texts, so that a cell costs what its bytes cost. Throws `MalformedXml`, and `WorkbookRefused` for a DOCTYPE.
 */
export class XmlTokenizer {
  readonly #handler: XmlHandler;
  readonly #tags: TagScanner;
  readonly #piece = new XmlPiece();
  readonly #open: XmlName[] = [];
  /** What came last and is not complete. */
  #rest: Buffer = nothing;
  #inside: keyof typeof ends | undefined;
  #started = false;
  #rootSeen = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    this.#tags = new TagScanner(new XmlNames(), new XmlAttributes());
  }

  /** The chunk must not change afterwards. */
  write(chunk: Buffer): void {
    const from = this.#finishRest(chunk);
    const at = this.#run(chunk, from);
    if (from < chunk.length) this.#keepRest(chunk.subarray(at));
  }

  end(): void {
    const isBlank = this.#rest.every(isSpace);
    if (!isBlank || this.#inside !== undefined || this.#open.length > 0) throw new MalformedXml('a part that breaks off');
    if (!this.#rootSeen) throw new MalformedXml('a part without a root');
  }

  /** Completes what the last chunk broke off, without copying more of this one than that takes. Answers where the rest of it begins. */
  #finishRest(chunk: Buffer): number {
    for (let length = firstJoint; this.#rest.length > 0; length *= 8) {
      const joint = Buffer.concat([this.#rest, chunk.subarray(0, length)]);
      const at = this.#run(joint, 0);
      if (at >= this.#rest.length) {
        const next = at - this.#rest.length;
        this.#rest = nothing;
        return next;
      }
      if (length >= chunk.length) {
        this.#keepRest(joint.subarray(at));
        return chunk.length;
      }
      this.#rest = this.#rest.subarray(at);
    }
    return 0;
  }

  #keepRest(rest: Buffer): void {
    if (rest.length > longestTag) throw new MalformedXml('a tag longer than any');
    this.#rest = rest;
  }

  /** Reads all that is complete, and answers where that ends. */
  #run(bytes: Buffer, from: number): number {
    let at = this.#started ? from : from + byteOrderMark(bytes);
    while (at < bytes.length) {
      const next = this.#step(bytes, at);
      if (next === needsMore) break;
      at = next;
      this.#started = true;
    }
    return at;
  }

  /** Reads what begins at a place, and answers where it ends, or `needsMore`. */
  #step(bytes: Buffer, at: number): number {
    if (this.#inside !== undefined) return this.#goOn(bytes, at, this.#inside);
    if (bytes[at] !== lessThan) return this.#text(bytes, at);
    switch (bytes[at + 1]) {
      case undefined:
        return needsMore;
      case slash:
        return this.#endTag(bytes, at);
      case bang:
        return this.#declaration(bytes, at);
      case question:
        return this.#instruction(bytes, at);
      default: {
        const taken = this.#open.length === 0 ? notTaken : (this.#handler.take?.(bytes, at) ?? notTaken);
        return taken === notTaken ? this.#startTag(bytes, at) : taken;
      }
    }
  }

  #startTag(bytes: Buffer, at: number): number {
    const tags = this.#tags;
    const next = tags.scanStart(bytes, at + 1);
    if (next === needsMore) return needsMore;
    const { name } = tags;
    if (this.#open.length === 0) {
      if (this.#rootSeen) throw new MalformedXml('a second root');
      this.#rootSeen = true;
    }
    this.#handler.open(name.local, tags.attributes);
    if (tags.selfClosing) this.#handler.close(name.local);
    else if (this.#open.push(name) > deepest) throw new MalformedXml('elements deeper than any workbook has');
    return next;
  }

  #endTag(bytes: Buffer, at: number): number {
    const expected = this.#open.at(-1);
    if (expected === undefined) throw new MalformedXml('an end tag of nothing');
    const next = scanEndTag(bytes, at + 2, expected.bytes);
    if (next === needsMore) return needsMore;
    this.#open.pop();
    this.#handler.close(expected.local);
    return next;
  }

  #text(bytes: Buffer, from: number): number {
    let classes = 0;
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byteClass = byteClasses[bytes[at] as number] as number;
      if (byteClass !== 0) {
        if (byteClass === ByteClass.markup) break;
        classes |= byteClass;
      }
    }
    const isWhole = at < bytes.length;
    const end = isWhole ? at : safeEnd(bytes, from);
    if (end === from) return bytes.length - from > longestReference ? fail('a reference without an end') : needsMore;
    if ((classes & ByteClass.bracket) !== 0 && bytes.subarray(from, end).includes(']]>')) throw new MalformedXml(']]> in a text');
    this.#tell(bytes, from, end, classes, false);
    return end;
  }

  #tell(bytes: Buffer, from: number, end: number, classes: number, isCdata: boolean): void {
    checkCharacters(bytes, from, end, classes);
    const piece = this.#piece.set(bytes, from, end, classes, isCdata);
    if (this.#open.length === 0) {
      // Between the declaration, the root and the end there is white space only.
      if (isCdata || !bytes.subarray(from, end).every(isSpace)) throw new MalformedXml('a text outside the root');
      return;
    }
    // What nobody listens to must be well-formed as well.
    if ((piece.classes & ByteClass.reference) !== 0) piece.toString();
    this.#handler.text(piece);
  }

  #declaration(bytes: Buffer, at: number): number {
    const start = bytes.toString('latin1', at, at + cdataStart.length);
    if (start.startsWith('<!--')) return this.#enter('comment', at + 4);
    if (start === cdataStart) return this.#enter('cdata', at + cdataStart.length);
    if (start.toLowerCase() === doctypeStart) throw new WorkbookRefused('forbidden_doctype');
    const mayGoOn = ['<!--', cdataStart].some((whole) => whole.startsWith(start)) || doctypeStart.startsWith(start.toLowerCase());
    return mayGoOn ? needsMore : fail('a declaration that no workbook has');
  }

  #instruction(bytes: Buffer, at: number): number {
    let end = at + 2;
    while (end < bytes.length && nameBytes[bytes[end] as number] !== 0) end += 1;
    if (end === bytes.length) return needsMore;
    const name = bytes.toString('utf8', at + 2, end);
    if (!isXmlName(name) || !(isSpace(bytes[end]) || bytes[end] === question)) throw new MalformedXml('an instruction without a name');
    return name.toLowerCase() === 'xml' ? this.#xmlDeclaration(bytes, at) : this.#enter('instruction', end);
  }

  /** `<?xml version="1.0"?>` stands at the very start, or nowhere. */
  #xmlDeclaration(bytes: Buffer, at: number): number {
    if (this.#started) throw new MalformedXml('an XML declaration in the middle');
    const end = bytes.indexOf(ends.instruction, at, 'latin1');
    if (end === -1) return needsMore;
    if (!xmlDeclaration.test(bytes.toString('latin1', at, end + 2))) throw new MalformedXml('an XML declaration that declares nothing');
    return end + 2;
  }

  #enter(inside: keyof typeof ends, at: number): number {
    this.#inside = inside;
    return at;
  }

  /** Inside a comment, an instruction or CDATA: passes over what has come of it, however long. */
  #goOn(bytes: Buffer, from: number, inside: keyof typeof ends): number {
    const terminator = ends[inside];
    const found = bytes.indexOf(terminator, from, 'latin1');
    const end = found === -1 ? wholeLines(bytes, from, wholeLetters(bytes, from, bytes.length - terminator.length + 1)) : found;
    if (inside === 'comment') {
      const dashes = bytes.indexOf('--', from, 'latin1');
      if (dashes !== -1 && dashes !== found && dashes + 2 < bytes.length) throw new MalformedXml('two dashes in a comment');
    }
    if (end > from) {
      let classes = 0;
      for (let at = from; at < end; at += 1) classes |= byteClasses[bytes[at] as number] as number;
      if (inside === 'cdata') this.#tell(bytes, from, end, classes & ~ByteClass.markup, true);
      else checkCharacters(bytes, from, end, classes);
    }
    if (found !== -1) {
      this.#inside = undefined;
      return found + terminator.length;
    }
    return end > from ? end : needsMore;
  }
}

function byteOrderMark(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

function fail(what: string): never {
  throw new MalformedXml(what);
}
