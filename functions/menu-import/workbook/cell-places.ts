import { parseReference } from './cell-address.ts';
import { WorkbookRefused } from './errors.ts';
import { HiddenColumns } from './hidden-columns.ts';
import type { CellPlace } from './pack-sheet.ts';
import { parseIndex } from './parse-number.ts';
import type { ColumnRange } from './workbook.ts';
import { isTrue } from './xml/is-true.ts';
import type { XmlAttributes } from './xml/xml-attributes.ts';

/** The last row that a sheet can have. */
const lastRow = 1_048_576;

/** Where cells stand. Rows and cells that name no place follow the one before. */
export class CellPlaces {
  /** Of the cell that was named last; one object for all. */
  readonly place: CellPlace = { row: 0, column: 0, rowHidden: false, columnHidden: false };
  readonly #hiddenColumns = new HiddenColumns();
  /** The row that was opened last has a number of its own. */
  rowIsNamed = false;

  hideColumns({ first, last }: Pick<ColumnRange, 'first' | 'last'>): void {
    this.#hiddenColumns.add(first, last);
  }

  nextRow(attributes: XmlAttributes): void {
    const { place } = this;
    const written = attributes.get('r');
    this.rowIsNamed = written !== undefined;
    place.row = rowNumber(written ?? place.row + 1);
    place.rowHidden = isTrue(attributes.get('hidden'));
    place.column = 0;
  }

  /** The reference is the attribute at that position; `undefined` where the cell has none. */
  nextCell(attributes: XmlAttributes, reference: number | undefined): void {
    const { place } = this;
    if (reference === undefined) this.take(place.column + 1, undefined);
    else this.#readReference(attributes, reference);
  }

  /** `C12`, straight from the bytes; anything else as a text. A place that nobody can name is no place to put a value. */
  #readReference(attributes: XmlAttributes, position: number): void {
    const { bytes } = attributes;
    const start = attributes.startAt(position);
    const end = attributes.endAt(position);
    let at = start;
    let column = 0;
    for (; at < end; at += 1) {
      const letter = (bytes[at] as number) - 0x40;
      if (letter < 1 || letter > 26) break;
      column = column * 26 + letter;
    }
    const row = parseIndex(bytes, at, end);
    if (at > start && at - start <= 3 && row >= 0 && end - at <= 7) {
      this.take(column, row);
      return;
    }
    const written = attributes.valueAt(position);
    const reference = written === '' ? { column: this.place.column + 1 } : parseReference(written);
    if (reference === undefined) throw new WorkbookRefused('damaged_workbook', { reference: written.slice(0, 20) });
    this.take(reference.column, reference.row);
  }

  take(column: number, row: number | undefined): void {
    const { place } = this;
    place.column = column;
    place.columnHidden = this.#hiddenColumns.has(column);
    // Some writers name the cells, but not the rows.
    if (!this.rowIsNamed && row !== undefined) place.row = rowNumber(row);
  }
}

function rowNumber(written: string | number): number {
  const row = Number(written);
  if (!Number.isInteger(row) || row < 1 || row > lastRow) throw new WorkbookRefused('damaged_workbook', { row: written });
  return row;
}
