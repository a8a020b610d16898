import type { Parsed } from '../issues/finding.ts';
import type { Cell } from '../workbook/workbook.ts';
import type { EntryKind } from './menu.ts';
import { bareName } from './parse-header.ts';
import type { RowReader } from './row-reader.ts';
import type { SheetLayout } from './sheet-layout.ts';
import { showCell } from './values/show-cell.ts';
import { valuelessFinding } from './values/valueless-finding.ts';

const kinds = new Map<string, EntryKind>([
  ...['item', 'items', 'menuitem', 'product', 'dish', 'menu', 'produk'].map((word) => [word, 'item'] as const),
  ...['modifier', 'modifieroption', 'option', 'addon', 'modifiers', 'opsi', 'pilihan'].map((word) => [word, 'modifier_option'] as const),
]);

/** Whether a row is an item or a modifier option; `undefined` where it contradicts itself, which is complained about. */
export function readKind(reader: RowReader, role: SheetLayout['role']): EntryKind | undefined {
  const [type] = reader.slots('type');
  const [group] = reader.slots('group');
  if (type?.cell === undefined) {
    if (role !== 'modifier_options') return group?.cell === undefined ? 'item' : 'modifier_option';
    if (group?.cell !== undefined) return 'modifier_option';
    reader.miss({ code: 'option_without_group' }, group?.column, 'Modifier group');
    return 'modifier_option';
  }
  const kind = reader.parse(type.cell, parseKind);
  if (kind === 'item' && group?.cell !== undefined) reader.complain({ code: 'item_with_group' }, group.cell);
  if (kind === 'modifier_option' && group?.cell === undefined) {
    reader.miss({ code: 'option_without_group' }, group?.column, 'Modifier group');
  }
  return kind;
}

function parseKind(cell: Cell): Parsed<EntryKind> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  const kind = kinds.get(bareName(showCell(cell)));
  return kind === undefined ? { ok: false, finding: { code: 'type_unknown' } } : { ok: true, value: kind };
}
