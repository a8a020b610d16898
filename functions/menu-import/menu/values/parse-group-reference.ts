import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import type { GroupReference } from '../menu.ts';
import { narrowText } from './narrow-text.ts';
import { parseText } from './parse-text.ts';

/** A modifier group: digits only are klikit's id, anything else is the exact title of a group. */
export function parseGroupReference(cell: Cell): Parsed<GroupReference> {
  const text = parseText(cell);
  if (!text.ok) return text;
  const digits = narrowText(text.value);
  const id = /^\d+$/.test(digits) ? Number(digits) : undefined;
  if (id !== undefined && Number.isSafeInteger(id) && id > 0) return { ok: true, value: { id } };
  return { ok: true, value: { title: text.value } };
}
