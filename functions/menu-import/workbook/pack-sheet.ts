import { CellColumns } from './cell-columns.ts';
import type { ContentBudget } from './content-budget.ts';
import { WorkbookRefused } from './errors.ts';
import { coveredCells } from './merged-cells.ts';
import { boldBit, hiddenBit, type PackedSheet } from './packed-workbook.ts';

/** A sheet that names its places again and again would fill the memory with cells that nobody sees. */
const mostCellsInOnePlace = 2;

/** Where a cell stands and how it is shown. */
export interface CellPlace {
  row: number;
  column: number;
  rowHidden: boolean;
  columnHidden: boolean;
}

interface CellStyle {
  /** Of its number format, from 1; 0 is General. */
  position: number;
  bold?: true;
}

type SheetShape = Pick<PackedSheet, 'name' | 'hidden' | 'merges' | 'columnRanges'>;

/** Collects the cells of one sheet that have a value, in whatever order they come. */
export class SheetPacker {
  readonly #budget: ContentBudget;
  /** In letters: rows are known by the name of their sheet, too. */
  readonly #nameLength: number;
  readonly #cells = new CellColumns();
  /** By row, whether it is hidden. */
  readonly #rows = new Map<number, boolean>();
  #lastRow = 0;
  #lastColumn = 0;
  #inOrder = true;

  constructor(budget: ContentBudget, nameLength: number) {
    this.#budget = budget;
    this.#nameLength = nameLength;
  }

  /** `value` is what `PackedSheet.values` says. Of two values in one place the last counts. */
  add(place: CellPlace, kind: number, value: number, style: CellStyle): void {
    const { row, column, rowHidden } = place;
    this.#budget.checkColumn(column);
    if (row !== this.#lastRow) {
      if (!this.#rows.has(row)) {
        this.#budget.countRow();
        this.#budget.countText(this.#nameLength);
        this.#rows.set(row, rowHidden);
      }
      if (row < this.#lastRow) this.#inOrder = false;
      this.#lastRow = row;
    } else if (column === this.#lastColumn) this.#cells.dropLast();
    else if (column < this.#lastColumn) this.#inOrder = false;
    this.#lastColumn = column;
    if (this.#cells.count >= this.#rows.size * this.#budget.mostColumns * mostCellsInOnePlace) {
      throw new WorkbookRefused('damaged_workbook', { cells: this.#cells.count });
    }
    const hidden = rowHidden || place.columnHidden ? hiddenBit : 0;
    this.#cells.add(row, column, kind | hidden | (style.bold === true ? boldBit : 0), style.position, value);
  }

  pack(sheet: SheetShape): PackedSheet {
    const ordered = this.#cells.pick(this.#inOrder ? undefined : this.#order());
    const rows = rowsOf(ordered.rows);
    const covered = coveredCells({ ...rows, columns: ordered.columns }, sheet.merges);
    if (covered === undefined) return this.#sheet(sheet, ordered, rows);
    const seen = keep(ordered, covered);
    return this.#sheet(sheet, seen, rowsOf(seen.rows));
  }

  #sheet(sheet: SheetShape, cells: Cells, { rows, firstCells }: Rows): PackedSheet {
    const hiddenRows = Uint8Array.from(rows, (row) => (this.#rows.get(row) === true ? 1 : 0));
    const { columns, kinds, formats, values } = cells;
    return { ...sheet, rows, hiddenRows, firstCells, columns, kinds, formats, values };
  }

  /** The positions of the cells by row and column; the last one of each place only. */
  #order(): Uint32Array {
    const cells = this.#cells;
    const positions = Uint32Array.from({ length: cells.count }, (_, position) => position).sort(
      (a, b) => cells.rowAt(a) - cells.rowAt(b) || cells.columnAt(a) - cells.columnAt(b) || a - b,
    );
    return positions.filter((position, at) => {
      const next = positions[at + 1];
      return next === undefined || cells.rowAt(next) !== cells.rowAt(position) || cells.columnAt(next) !== cells.columnAt(position);
    });
  }
}

type Cells = ReturnType<CellColumns['pick']>;
type Rows = Pick<PackedSheet, 'rows' | 'firstCells'>;

/** The rows of cells that are in order. */
function rowsOf(rowOfCell: Uint32Array): Rows {
  let count = 0;
  for (let cell = 0; cell < rowOfCell.length; cell += 1) if (cell === 0 || rowOfCell[cell] !== rowOfCell[cell - 1]) count += 1;
  const rows = new Uint32Array(count);
  const firstCells = new Uint32Array(count + 1);
  let row = 0;
  for (let cell = 0; cell < rowOfCell.length; cell += 1) {
    if (cell > 0 && rowOfCell[cell] === rowOfCell[cell - 1]) continue;
    rows[row] = rowOfCell[cell] as number;
    firstCells[row] = cell;
    row += 1;
  }
  firstCells[count] = rowOfCell.length;
  return { rows, firstCells };
}

function keep(cells: Cells, covered: Uint8Array): Cells {
  const seen = (_: number, position: number) => covered[position] === 0;
  return {
    rows: cells.rows.filter(seen),
    columns: cells.columns.filter(seen),
    kinds: cells.kinds.filter(seen),
    formats: cells.formats.filter(seen),
    values: cells.values.filter(seen),
  };
}
