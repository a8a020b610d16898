/** A first line that tells Excel what separates the fields, and is not shown by it: `sep=;`. */
const line = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/i;

/** The delimiter that a CSV names itself, and the text below that line; `undefined` where it names none. */
export function namedDelimiter(text: Buffer): { delimiter: string; rest: Buffer; firstLine: number } | undefined {
  const [whole, delimiter] = line.exec(text.toString('utf8', 0, 16)) ?? [];
  if (whole === undefined || delimiter === undefined) return undefined;
  return { delimiter, rest: text.subarray(Buffer.byteLength(whole)), firstLine: 2 };
}
