import type { ColumnRange } from './workbook.ts';
import { isTrue } from './xml/is-true.ts';
import type { XmlAttributes } from './xml/xml-attributes.ts';

/** As many as Excel has; files name more: `max="2147483647"`. */
export const lastColumn = 16_384;
/** In characters; Excel allows no more. */
const widest = 255;

/** What a `col` element says; `undefined` where it names no columns. */
export function columnRange(attributes: XmlAttributes): ColumnRange | undefined {
  const [first, last] = [Number(attributes.get('min')), Math.min(Number(attributes.get('max')), lastColumn)];
  if (!Number.isInteger(first) || !Number.isInteger(last) || first < 1 || last < first) return undefined;
  const width = Number(attributes.get('width') ?? Number.NaN);
  return {
    first,
    last,
    ...(width > 0 && width <= widest ? { width } : {}),
    ...(isTrue(attributes.get('hidden')) ? { hidden: true as const } : {}),
  };
}
