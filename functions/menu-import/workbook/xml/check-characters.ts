import { ByteClass } from './byte-classes.ts';
import { MalformedXml } from './malformed-xml.ts';

/** Throws `MalformedXml` where there is a character between two places that no part may hold, XML 1.0, 2.2. `classes` says what was seen there. */
export function checkCharacters(bytes: Uint8Array, start: number, end: number, classes: number): void {
  if ((classes & (ByteClass.forbidden | ByteClass.lastLetters)) === 0) return;
  if ((classes & ByteClass.forbidden) !== 0) throw new MalformedXml('a control character');
  for (let at = start; at + 2 < end; at += 1) {
    if (bytes[at] === 0xef && bytes[at + 1] === 0xbf && (bytes[at + 2] as number) >= 0xbe)
      throw new MalformedXml('a code that is no character');
  }
}
