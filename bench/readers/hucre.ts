import { readXlsx } from 'hucre/xlsx';
import type { Read } from './reader.ts';

export const read: Read = async (bytes, see) => {
  const { sheets } = await readXlsx(bytes);
  for (const { rows } of sheets) {
    for (const row of rows) for (const value of row) see(value);
  }
};
