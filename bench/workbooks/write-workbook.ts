import type { MenuCell } from './menu-cell.ts';
import type { Shape, Strings } from './shapes/shape.ts';
import { writeArchive } from './write-archive.ts';

/** A workbook with these rows on its one sheet, as the program of that shape would write it. */
export function writeWorkbook(rows: readonly (readonly MenuCell[])[], shape: Shape, strings: Strings): Uint8Array {
  return writeArchive(shape.parts(rows, strings), { sizesFollow: shape.sizesFollow });
}
