import type { Parsed } from '../../issues/finding.ts';
import type { Cell } from '../../workbook/workbook.ts';
import { cleanText } from './parse-text.ts';
import { showCell } from './show-cell.ts';
import { valuelessFinding } from './valueless-finding.ts';

/** klikit's limit, contract: POST /v1/partner/menus/items. */
const longest = 50;
/** Beyond 15 digits Excel keeps zeros instead of what was typed. */
const exactBelow = 1e15;
/** As Excel shows it: 1.2E+12, 1E-07. A bare `2E10` is somebody's code. */
const scientific = /^-?\d(?:[.,]\d+e[+-]?|e[+-])\d+$/i;

/** A SKU is text, a number the text that it shows. So leading zeros stay, also those that a number has because of its format: `00000`. */
export function parseSku(cell: Cell): Parsed<string> {
  const valueless = valuelessFinding(cell);
  if (valueless !== undefined) return { ok: false, finding: valueless };
  if (cell.type === 'boolean') {
    const found = { phrase: 'the_value', params: { value: showCell(cell) } } as const;
    return { ok: false, finding: { code: 'text_expected', params: { found } } };
  }
  const sku = cleanText(showCell(cell));
  if ((cell.type === 'number' && !isExact(cell.value)) || scientific.test(sku)) return { ok: false, finding: { code: 'sku_scientific' } };
  if (sku.length > longest) return { ok: false, finding: { code: 'sku_too_long', params: { length: sku.length, allowed: longest } } };
  return { ok: true, value: sku };
}

function isExact(value: number): boolean {
  return Math.abs(value) < exactBelow && !String(value).includes('e');
}
