import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import type { Read } from './reader.ts';
import { showWorkbook } from './show-workbook.ts';

export const read: Read = async (bytes, see) => showWorkbook(await readWorkbook(bytes), see);
