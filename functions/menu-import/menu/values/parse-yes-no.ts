import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { identityText } from './identity.ts';
import { showCell } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

const yes = new Set(['yes', 'y', 'true', '1', 'x', 'on', 'ya', 'iya', '✓', '✔', '☑', 'はい', '有', 'si', 'sí', 'oo', 'có', 'ใช่']);
const no = new Set(['no', 'n', 'false', '0', 'off', 'tidak', 'tdk', '✗', '✘', '☐', 'いいえ', '無', 'hindi', 'không', 'ไม่']);

/** Yes or no, in the usual words. */
export function parseYesNo(cell: Cell): Parsed<boolean> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  if (cell.type === 'boolean') return { ok: true, value: cell.value };
  const word = identityText(showCell(cell));
  if (yes.has(word)) return { ok: true, value: true };
  if (no.has(word)) return { ok: true, value: false };
  return { ok: false, finding: { code: 'yes_no_unreadable' } };
}
