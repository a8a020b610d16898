import type { MenuCell } from '../menu-cell.ts';

/** Whether texts stand in a table of the workbook's own, or each in its cell. */
export type Strings = 'shared' | 'inline';

/** The parts of an archive, in its order. */
type Parts = readonly (readonly [path: string, content: string])[];

/** How one program writes a workbook. */
export interface Shape {
  name: string;
  parts(rows: readonly (readonly MenuCell[])[], strings: Strings): Parts;
  /** The sizes of a part are written after it. */
  sizesFollow: boolean;
  /** The digits that the program writes of a number. */
  numberText(value: number): string;
}
