import type { PackedWorkbook } from './packed-workbook.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/** The header that only our own reports have; they may be larger than a merchant's workbook. */
const reportHeader = /^\s*klikit id\s*$/i;
/** The first sheet of a report, see `report/words/workbook-words.ts`: that on a refused workbook has no results beside its rows. */
const reportSheet = /^(?:klikit report|laporan klikit)$/i;

/** Whether a workbook is a report that comes back: whether it begins with the sheet of one, or a cell of it says `klikit ID`. */
export function isReport(workbook: PackedWorkbook): boolean {
  if (reportSheet.test(workbook.sheets[0]?.name ?? '')) return true;
  return unpackWorkbook(workbook).sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ type, value }) => type === 'text' && reportHeader.test(value))),
  );
}
