/** Where a text may be cut that goes on in the next chunk: not inside a letter, a reference, a line break or `]]>`. */
export function safeEnd(bytes: Buffer, from: number): number {
  let end = wholeLetters(bytes, from, bytes.length);
  const reference = bytes.lastIndexOf(0x26, end - 1);
  if (reference >= from && bytes.indexOf(0x3b, reference) === -1) end = reference;
  for (let back = 0; back < 2 && end > from && bytes[end - 1] === 0x5d; back += 1) end -= 1;
  return wholeLines(bytes, from, end);
}

/** A line break may have two letters, of which the second has not come yet. */
export function wholeLines(bytes: Buffer, from: number, end: number): number {
  return end > from && bytes[end - 1] === 0x0d ? end - 1 : end;
}

/** The last place up to `end` that is not inside a letter of several bytes. */
export function wholeLetters(bytes: Buffer, from: number, end: number): number {
  if (end <= from) return from;
  let lead = end - 1;
  while (lead > from && end - lead < 4 && ((bytes[lead] as number) & 0xc0) === 0x80) lead -= 1;
  const first = bytes[lead] as number;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc0 ? 2 : 1;
  return lead + length > end ? lead : end;
}
