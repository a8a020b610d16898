import { isUtf8 } from 'node:buffer';
import { WorkbookRefused } from '../errors.ts';
import { textEncoding } from '../text-encoding.ts';

const utf8Mark = Buffer.from('\uFEFF');

/**
 * The text of a CSV in UTF-8, without its byte order mark. Code pages are not guessed: the letters of the wrong one look like letters, too.
 * Throws `WorkbookRefused` where the bytes are no text to the last letter.
 */
export function decodeCsv(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const encoding = textEncoding(file);
  if (encoding === 'utf-8') {
    if (!isUtf8(file)) throw new WorkbookRefused('csv_encoding');
    return file.subarray(0, utf8Mark.length).equals(utf8Mark) ? file.subarray(utf8Mark.length) : file;
  }
  try {
    return Buffer.from(new TextDecoder(encoding, { fatal: true }).decode(file));
  } catch (error) {
    throw new WorkbookRefused('csv_encoding', {}, { cause: error });
  }
}
