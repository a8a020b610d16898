import { Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { exceljsValue } from './exceljs-value.ts';
import type { Read } from './reader.ts';

/** Shared strings and styles are kept, or there would be neither texts nor dates. */
const options: Partial<ExcelJS.stream.xlsx.WorkbookStreamReaderOptions> = {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  entries: 'ignore',
};

export const read: Read = async (bytes, see) => {
  const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for await (const sheet of new ExcelJS.stream.xlsx.WorkbookReader(Readable.from([chunk]), options)) {
    for await (const row of sheet) row.eachCell((cell) => see(exceljsValue(cell)));
  }
};
