export interface Reader {
  /** The module beside this one, and its bundle. */
  module: string;
  /** What it is called in the tables. */
  name: string;
  kind: 'floor' | 'ours' | 'peer';
}

/** In the order of the tables. */
export const readers: readonly Reader[] = [
  { module: 'inflate-only', name: 'floor', kind: 'floor' },
  { module: 'ours', name: 'ours', kind: 'ours' },
  { module: 'ours-in-worker', name: 'ours, worker', kind: 'ours' },
  { module: 'hucre-stream', name: 'hucre stream', kind: 'peer' },
  { module: 'hucre', name: 'hucre', kind: 'peer' },
  { module: 'read-excel-file', name: 'read-excel-file', kind: 'peer' },
  { module: 'sheetjs', name: 'SheetJS', kind: 'peer' },
  { module: 'exceljs-stream', name: 'exceljs stream', kind: 'peer' },
  { module: 'exceljs-load', name: 'exceljs', kind: 'peer' },
];
