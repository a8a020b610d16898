import { WorkbookRefused } from './errors.ts';
import { textEncoding } from './text-encoding.ts';

/** Of a file, of an archive without files, and of one that was split. */
const zipStarts = ['504b0304', '504b0506', '504b0708'];
const ole2Start = 'd0cf11e0a1b11ae1';
/** Workbooks of Excel 2 to 4. */
const oldExcelStarts = ['09000400', '09020600', '09040600'];
const looksLikeMarkup = /^\s*<(?:!doctype|html|head|body|table|\?xml[^>]*>\s*(?:<!doctype html|<html)|script|meta)|^MIME-Version:/i;
/** PDF, PostScript, rich text, and JSON, which is what a Google sheet is on a disk. */
const otherDocuments = /^\s*(?:%PDF|%!PS|\{\\rtf|\{\s*"|\[\s*[{["])/;
const bytesToJudge = 4_096;

/** Tells from the first bytes what a file is, whatever it is named. Throws `WorkbookRefused` where it is nothing that can be read. */
export function sniffFile(bytes: Uint8Array): 'zip' | 'text' {
  if (bytes.length === 0) throw new WorkbookRefused('empty_file');
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const start = file.subarray(0, 8).toString('hex');
  if (zipStarts.some((zipStart) => start.startsWith(zipStart))) return 'zip';
  if (start === ole2Start) throw refuseOle2(file);
  if (oldExcelStarts.some((oldStart) => start.startsWith(oldStart))) throw new WorkbookRefused('old_excel_format');
  const refusal = refuseText(textOf(file));
  if (refusal !== undefined) throw refusal;
  return 'text';
}

/** The container of .xls, of password protection, and of other programs' documents. Names of streams inside are UTF-16. */
function refuseOle2(file: Buffer): WorkbookRefused {
  const holds = (stream: string) => file.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) return new WorkbookRefused('encrypted_workbook');
  return new WorkbookRefused(holds('Workbook') || holds('Book') ? 'old_excel_format' : 'not_a_workbook');
}

/** Text that is something other than a table; a letter is taken for a table without headers. */
function refuseText(text: string | undefined): WorkbookRefused | undefined {
  if (text === undefined || otherDocuments.test(text)) return new WorkbookRefused('not_a_workbook');
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet') && text.trimStart().startsWith('<?xml')) {
    return new WorkbookRefused('other_spreadsheet_format', { format: 'XML Spreadsheet 2003' });
  }
  if (text.includes('urn:oasis:names:tc:opendocument')) {
    return new WorkbookRefused('other_spreadsheet_format', { format: 'OpenDocument, .fods' });
  }
  if (looksLikeMarkup.test(text)) return new WorkbookRefused('web_page_named_xlsx');
  return text.trimStart().startsWith('<?xml') ? new WorkbookRefused('not_a_workbook') : undefined;
}

/** The beginning of the text that the bytes are, or `undefined` where they are none. */
function textOf(file: Buffer): string | undefined {
  const text = new TextDecoder(textEncoding(file)).decode(file.subarray(0, bytesToJudge));
  // Letters of an old code page may read as anything, but no text is full of control characters, as pictures and programs are.
  const controls = text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g)?.length ?? 0;
  return controls > text.length / 50 ? undefined : text;
}
