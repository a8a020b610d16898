import type { PackedWorkbook } from './packed-workbook.ts';
import { unpackWorkbook } from './unpack-workbook.ts';

/** The header that only our own reports have; they may be larger than a merchant's workbook. */
const reportHeader = /^\s*klikit id\s*$/i;

/** Whether a workbook is a report that comes back: whether a cell of it says `klikit ID`. */
export function isReport(workbook: PackedWorkbook): boolean {
  return unpackWorkbook(workbook).sheets.some(({ rows }) =>
    rows.some(({ cells }) => cells.some(({ type, value }) => type === 'text' && reportHeader.test(value))),
  );
}
