/** What a byte of UTF-8 can mean to a tokenizer, as bits that are gathered while a text is scanned. */
export const ByteClass = {
  /** `<` */
  markup: 1,
  /** `&` */
  reference: 2,
  carriageReturn: 4,
  /** `]`, of which three characters that no text may hold, `]]>`, begin. */
  bracket: 8,
  /** Control characters that XML does not allow. */
  forbidden: 16,
  /** Part of a letter beyond ASCII. */
  beyondAscii: 32,
  /** Tab and line feed, which an attribute shows as spaces. */
  space: 64,
  /** The first byte of U+FFFE and U+FFFF, which are no characters, and of four thousand that are. */
  lastLetters: 128,
} as const;

/** The class of each byte; 0 is an ordinary letter, digit, sign or space. */
export const byteClasses = new Uint8Array(256);
byteClasses.fill(ByteClass.forbidden, 0, 0x20);
byteClasses.fill(ByteClass.beyondAscii, 0x80);
byteClasses[0xef] = ByteClass.beyondAscii | ByteClass.lastLetters;
byteClasses[0x09] = ByteClass.space;
byteClasses[0x0a] = ByteClass.space;
byteClasses[0x0d] = ByteClass.carriageReturn;
byteClasses[0x26] = ByteClass.reference;
byteClasses[0x3c] = ByteClass.markup;
byteClasses[0x5d] = ByteClass.bracket;

/** 1: may begin a name; 2: may only go on with one. Beyond ASCII everything may. */
export const nameBytes = new Uint8Array(256);
nameBytes.fill(1, 0x80);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') nameBytes[letter.charCodeAt(0)] = 1;
for (const letter of '0123456789-.') nameBytes[letter.charCodeAt(0)] = 2;

/** Tab, line feed, carriage return and space. */
export function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
