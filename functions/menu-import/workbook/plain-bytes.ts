import { ByteClass, byteClasses } from './xml/byte-classes.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

/** What takes a closer look than a reference does. */
const rewritten = ByteClass.markup | ByteClass.carriageReturn | ByteClass.forbidden | ByteClass.lastLetters | ByteClass.bracket;
/** 1 where a text may not be what its bytes and references say: `_x000D_` begins with an underscore. */
const ends = byteClasses.map((byteClass, byte) => ((byteClass & rewritten) !== 0 || byte === 0x5f ? 1 : 0));

export const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text));

export function startsWith(bytes: Buffer, at: number, expected: Uint8Array): boolean {
  for (let position = 0; position < expected.length; position += 1) if (bytes[at + position] !== expected[position]) return false;
  return true;
}

/** Where the text ends, before a `<`; `notTaken` where it is not what its bytes and references say, or goes on in the next chunk. */
export function endOfPlainText(bytes: Buffer, from: number): number {
  let at = from;
  while (at < bytes.length && ends[bytes[at] as number] === 0) at += 1;
  return at < bytes.length && bytes[at] === 0x3c ? at : notTaken;
}

export function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x30 && byte <= 0x39;
}
