import { streamXlsxRows } from 'hucre/xlsx';
import type { Read } from './reader.ts';

export const read: Read = async (bytes, see) => {
  for await (const { values } of streamXlsxRows(bytes)) {
    for (const value of values) see(value);
  }
};
