export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const bytesToJudge = 4_096;

/** How the text of a file is encoded: by its byte order mark, else by the zeros that UTF-16 has beside plain letters, else UTF-8. */
export function textEncoding(file: Buffer): TextEncoding {
  const start = file.toString('hex', 0, 2);
  if (start === 'fffe') return 'utf-16le';
  if (start === 'feff') return 'utf-16be';
  const pairs = Math.min(file.length, bytesToJudge) >>> 1;
  let [first, second] = [0, 0];
  for (let pair = 0; pair < pairs; pair += 1) {
    if (file[2 * pair] === 0) first += 1;
    if (file[2 * pair + 1] === 0) second += 1;
  }
  // Pictures and programs have zeros in both places.
  if (first === 0 && second > pairs / 4) return 'utf-16le';
  return second === 0 && first > pairs / 4 ? 'utf-16be' : 'utf-8';
}
