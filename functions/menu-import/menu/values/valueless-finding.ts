import type { Finding } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';

/** What is wrong with a cell whose formula failed or was never calculated; `undefined` where it has a value. */
export function valuelessFinding(cell: Cell): Finding | undefined {
  if (cell.type === 'error') return { code: 'formula_error' };
  if (cell.type === 'formula-empty') return { code: 'formula_not_calculated' };
  return undefined;
}
