import readXlsxFile from 'read-excel-file/node';
import type { Read } from './reader.ts';

/** It cuts blanks off the texts unless told not to. */
export const read: Read = async (bytes, see) => {
  const sheets = await readXlsxFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false });
  for (const { data } of sheets) {
    for (const row of data) for (const value of row) see(value);
  }
};
