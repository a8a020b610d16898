import { readWorkbookInWorker } from '../../functions/menu-import/workbook/read-workbook-in-worker.ts';
import type { Read } from './reader.ts';
import { showWorkbook } from './show-workbook.ts';

/** As deployed: in a thread that is started for this one file, from the bundle that lies beside this one. */
export const read: Read = async (bytes, see) => showWorkbook(await readWorkbookInWorker(bytes), see);
