import type { Finding } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';

/** What Excel shows of a number in a column that is too narrow for it, and writes into a CSV like that. */
const hashes = /^\s*#{2,}\s*$/;

/**
 * What is wrong with a cell whose value is lost, whatever it was meant to be: its formula failed or was never calculated, its digits became `###`,
 * or Excel took it for a date, which no column of a menu holds. `undefined` where it has a value.
 */
export function valuelessFinding(cell: Cell): Finding | undefined {
  switch (cell.type) {
    case 'error':
      return { code: 'formula_error' };
    case 'formula-empty':
      return { code: 'formula_not_calculated' };
    case 'date':
      return { code: 'became_date' };
    case 'text':
      return hashes.test(cell.value) ? { code: 'column_too_narrow' } : undefined;
    default:
      return undefined;
  }
}
