import * as XLSX from 'xlsx';
import type { Read } from './reader.ts';

/** Without it a date is a number like any other; what is switched off beyond that is work that nobody asks for here. */
const options: XLSX.ParsingOptions = {
  type: 'array',
  dense: true,
  cellDates: true,
  cellFormula: false,
  cellHTML: false,
  cellText: false,
};

export const read: Read = async (bytes, see) => {
  const { Sheets: sheets } = XLSX.read(bytes, options);
  for (const sheet of Object.values(sheets)) {
    // Dense sheets are lists of rows, which its types do not know.
    for (const row of sheet as unknown as (XLSX.CellObject | undefined)[][]) {
      for (const cell of row ?? []) see(cell?.v);
    }
  }
};
