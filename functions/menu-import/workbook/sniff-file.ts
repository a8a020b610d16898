import { WorkbookRefused } from './errors.ts';

const zipStart = [0x50, 0x4b];
const ole2Start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names of streams inside an OLE2 file are UTF-16. */
const encryptedStream = Buffer.from('EncryptedPackage', 'utf16le');
const looksLikeMarkup = /^\s*<(?:!doctype|html|head|body|table|\?xml|script|meta)/i;
const bytesToJudge = 4_096;

/** Tells from the first bytes what a file is, whatever it is named. Throws `WorkbookRefused` where it is no zip archive. */
export function sniffFile(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new WorkbookRefused('empty_file');
  if (startsWith(bytes, zipStart)) return;
  if (startsWith(bytes, ole2Start)) {
    throw new WorkbookRefused(
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(encryptedStream) ? 'encrypted_workbook' : 'old_excel_format',
    );
  }
  const text = textOf(bytes.subarray(0, bytesToJudge));
  if (text === undefined) throw new WorkbookRefused('not_a_workbook');
  if (text.startsWith('%PDF')) throw new WorkbookRefused('not_a_workbook');
  throw new WorkbookRefused(looksLikeMarkup.test(text) ? 'web_page_named_xlsx' : 'text_named_xlsx');
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, position) => bytes[position] === byte);
}

/** The text that the bytes are, or `undefined` where they are none. */
function textOf(bytes: Uint8Array): string | undefined {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(encoding).decode(bytes);
  const strange = text.match(/[\u0000-\u0008\u000E-\u001F\uFFFD]/g)?.length ?? 0;
  // Text of an old Windows code page has a few odd characters; a picture or a program is full of them.
  return strange > text.length / 20 ? undefined : text;
}
