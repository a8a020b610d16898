import { describe, expect, test } from 'vitest';
import { WorkbookRefused } from '../../functions/menu-import/workbook/errors.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';

/** An OLE2 file whose directory names this stream. */
const ole2 = (stream: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(stream, 'utf16le'), Buffer.alloc(64)]);

describe('a file that is no zip archive is named for what it is', () => {
  test.each([
    ['nothing', '', 'empty_file'],
    ['a workbook with a password', ole2('EncryptedPackage'), 'encrypted_workbook'],
    ['an .xls', ole2('Workbook'), 'old_excel_format'],
    ['an .xls of Excel 5', ole2('Book'), 'old_excel_format'],
    ['an .xls of Excel 4', Buffer.from('0904060000001000', 'hex'), 'old_excel_format'],
    ['a Word document', ole2('WordDocument'), 'not_a_workbook'],
    ['a PDF', '%PDF-1.7\n', 'not_a_workbook'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d494844520000000100000001', 'hex'), 'not_a_workbook'],
    ['a CSV', 'Title,Price\nRamen,60000\n', 'text_named_xlsx'],
    ['a CSV that begins like a zip', 'PK,Title\n1,Ramen\n', 'text_named_xlsx'],
    ['a CSV in UTF-16', Buffer.from('\uFEFFTitle\tPrice\n', 'utf16le'), 'text_named_xlsx'],
    ['a CSV in Shift JIS', Buffer.from('83898381839c2c363030300d0a', 'hex'), 'text_named_xlsx'],
    ['a web page', '<html><table><tr><td>Ramen</td></tr></table></html>', 'web_page_named_xlsx'],
    ['a web page in XML', '<?xml version="1.0"?>\n<!DOCTYPE html><html/>', 'web_page_named_xlsx'],
    ['a web page in one file', 'MIME-Version: 1.0\nContent-Type: multipart/related\n', 'web_page_named_xlsx'],
    [
      'an XML spreadsheet',
      '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      'other_spreadsheet_format',
    ],
    [
      'a flat OpenDocument sheet',
      '<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      'other_spreadsheet_format',
    ],
  ])('%s', async (_, content, code) => {
    const refusal: unknown = await readWorkbook(Buffer.from(content)).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(WorkbookRefused);
    expect(refusal).toMatchObject({ code });
  });
});
