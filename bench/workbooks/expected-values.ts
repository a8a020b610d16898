import { isDate, type MenuCell } from './menu-cell.ts';
import type { Shape } from './shapes/shape.ts';

/** Days that Excel counts up to the first of January 1970. */
const epochDay = 25_569;
const millisecondsPerDay = 86_400_000;

/** What a reader that makes no mistake sees of these rows, in their order. */
export function expectedValues(rows: readonly (readonly MenuCell[])[], shape: Shape): unknown[] {
  return rows.flat().map((cell) => {
    if (typeof cell.value !== 'number') return cell.value;
    const written = Number(shape.numberText(cell.value));
    return isDate(cell) ? new Date((written - epochDay) * millisecondsPerDay) : written;
  });
}
