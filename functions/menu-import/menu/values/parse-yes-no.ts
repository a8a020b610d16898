import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { identityText } from './identity.ts';
import { narrowText } from './narrow-text.ts';
import { valuelessFinding } from './valueless-finding.ts';

const yesWords = 'yes y true 1 x on ya iya ✓ ✔ ☑ ✅ はい 有 si sí oo có ใช่ enabled active aktif';
const noWords = 'no n false 0 off tidak tdk ✗ ✘ ☐ ❌ いいえ 無 hindi không ไม่ disabled inactive nonaktif';
const yes = new Set(yesWords.split(' ').map(identityText));
const no = new Set(noWords.split(' ').map(identityText));

/** Yes or no, in the usual words. */
export function parseYesNo(cell: Cell): Parsed<boolean> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  if (cell.type === 'boolean') return { ok: true, value: cell.value };
  const word = identityText(narrowText(cell.type === 'number' ? String(cell.value) : cell.value));
  if (yes.has(word)) return { ok: true, value: true };
  if (no.has(word)) return { ok: true, value: false };
  return { ok: false, finding: { code: 'yes_no_unreadable' } };
}
