import { readFileSync } from 'node:fs';

const manifest = new URL('../../package.json', import.meta.url);

/** What stands behind the names of the columns. */
export function describeReaders(): string {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, Record<string, string>>;
  const versions: Record<string, string> = { ...dependencies, ...devDependencies };
  return [
    'floor           every part inflated by node:zlib, none read',
    'ours            readWorkbook, in this thread',
    'ours, worker    readWorkbookInWorker, as deployed: a thread is started for the file, and the cells are sent back',
    `hucre stream    hucre ${versions['hucre']}, streamXlsxRows: one sheet, values only`,
    `hucre           hucre ${versions['hucre']}, readXlsx`,
    `read-excel-file read-excel-file ${versions['read-excel-file']}, without trimming`,
    `SheetJS         xlsx ${versions['xlsx']}, read: dense, with dates, without formulas and texts of numbers`,
    `exceljs stream  exceljs ${versions['exceljs']}, WorkbookReader, with shared strings and styles`,
    `exceljs         exceljs ${versions['exceljs']}, xlsx.load`,
  ].join('\n');
}
