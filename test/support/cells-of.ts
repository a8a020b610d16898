import { cellAddress } from '../../functions/menu-import/workbook/cell-address.ts';
import { defaultReadLimits } from '../../functions/menu-import/workbook/limits.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';

/** What the first sheet holds: `{ A1: 'text', B1: 5 }`, or with the type where it is not plain, `{ C1: 'date 2026-11-24' }`. */
export async function cellsOf(bytes: Uint8Array, limits = defaultReadLimits): Promise<Record<string, unknown>> {
  const { sheets } = await readWorkbook(bytes, limits);
  const cells = sheets[0]?.rows.flatMap((row) => row.cells) ?? [];
  return Object.fromEntries(
    cells.map((cell) => [cellAddress(cell), cell.type === 'text' || cell.type === 'number' ? cell.value : `${cell.type} ${cell.value}`]),
  );
}
