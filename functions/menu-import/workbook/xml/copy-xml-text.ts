/** The longest reference is `&#1114111;`. */
const longestReference = 10;
const ampersand = 0x26;
const semicolon = 0x3b;
const named = new Map([
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['amp', ampersand],
  ['quot', 0x22],
  ['apos', 0x27],
]);

/**
 * Copies text from UTF-8 to UTF-8 with characters in the place of references, `&amp;` and `&#233;`, which never makes it longer. Answers where the copy ends;
 * -1 where a reference is none, or not one of the usual.
 */
export function copyXmlText(bytes: Buffer, from: number, to: number, target: Buffer, start: number): number {
  let there = start;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] as number;
    if (byte !== ampersand) {
      target[there] = byte;
      there += 1;
      continue;
    }
    const end = bytes.indexOf(semicolon, at);
    if (end === -1 || end > at + longestReference || end >= to) return -1;
    const code = codeOf(bytes, at + 1, end);
    if (code === undefined) return -1;
    there = writeCharacter(code, target, there);
    at = end;
  }
  return there;
}

/** `undefined` for what takes a closer look: hexadecimal numbers, control characters and halves of pairs, names that nobody declared. */
function codeOf(bytes: Buffer, start: number, end: number): number | undefined {
  if (bytes[start] !== 0x23) return named.get(bytes.toString('latin1', start, end));
  let code = 0;
  for (let at = start + 1; at < end; at += 1) {
    const digit = (bytes[at] as number) - 0x30;
    if (digit < 0 || digit > 9) return undefined;
    code = code * 10 + digit;
  }
  return code >= 0x20 && (code < 0xd800 || (code >= 0xe000 && code < 0xfffe) || (code >= 0x10000 && code <= 0x10ffff)) ? code : undefined;
}

function writeCharacter(code: number, target: Buffer, at: number): number {
  if (code < 0x80) {
    target[at] = code;
    return at + 1;
  }
  return at + target.write(String.fromCodePoint(code), at, 'utf8');
}
