import { bytesOf, endOfPlainText, startsWith } from './plain-bytes.ts';
import { nameBytes } from './xml/byte-classes.ts';
import { notTaken } from './xml/xml-tokenizer.ts';

const closing = bytesOf('</f>');
const ampersand = 0x26;

/**
 * Passes over `<f>A1*2</f>` or `<f t="shared" si="0"/>`, as the value counts, from the byte behind its `<f`. Answers where it ends, or `notTaken`.
 */
export function endOfFormula(bytes: Buffer, from: number): number {
  const at = endOfAttributes(bytes, from);
  if (at === notTaken) return notTaken;
  // `<f t="shared" si="0"/>`
  if (bytes[at] === 0x2f) return bytes[at + 1] === 0x3e ? at + 2 : notTaken;
  const end = bytes[at] === 0x3e ? endOfPlainText(bytes, at + 1) : notTaken;
  // What its references say is not looked at here, but they must say something.
  if (end === notTaken || bytes.subarray(at, end).includes(ampersand)) return notTaken;
  return startsWith(bytes, end, closing) ? end + closing.length : notTaken;
}

function endOfAttributes(bytes: Buffer, from: number): number {
  let at = from;
  let seen = 0;
  while (bytes[at] === 0x20) {
    const name = bytes[at + 1] as number;
    const bit = 1 << (name & 31);
    // Two attributes that begin alike may be the same.
    if (!isSmallLetter(name) || (seen & bit) !== 0) return notTaken;
    seen |= bit;
    at += 2;
    while (isSmallLetter(bytes[at])) at += 1;
    if (bytes[at] !== 0x3d || bytes[at + 1] !== 0x22) return notTaken;
    at += 2;
    while (isWordOrRange(bytes[at])) at += 1;
    if (bytes[at] !== 0x22) return notTaken;
    at += 1;
  }
  return at;
}

/** Letters, digits and the colon of a range, which is all that the attributes of a formula usually hold. */
function isWordOrRange(byte: number | undefined): boolean {
  return byte !== undefined && nameBytes[byte] !== 0 && byte < 0x80;
}

function isSmallLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a;
}
