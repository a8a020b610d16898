import { PackedTexts } from './packed-texts.ts';
import { boldBit, hiddenBit, kindBits, type PackedSheet, type PackedWorkbook } from './packed-workbook.ts';
import type { Cell, Row, Workbook } from './workbook.ts';

/** A packed workbook as its cells, each put together when its row is asked for. */
export function unpackWorkbook(packed: PackedWorkbook): Workbook {
  const texts = new PackedTexts(packed);
  return {
    sheets: packed.sheets.map((sheet) => {
      const source = new CellSource(sheet, texts, packed.numberFormats);
      const rows = Array.from(sheet.rows, (row, position) => new PackedRow(source, row, position));
      return { name: sheet.name, hidden: sheet.hidden, merges: sheet.merges, columnRanges: sheet.columnRanges, rows };
    }),
  };
}

class PackedRow implements Row {
  readonly row: number;
  readonly #source: CellSource;
  readonly #position: number;

  constructor(source: CellSource, row: number, position: number) {
    this.row = row;
    this.#source = source;
    this.#position = position;
  }

  get sheet(): string {
    return this.#source.sheet.name;
  }

  get hidden(): boolean {
    return this.#source.sheet.hiddenRows[this.#position] === 1;
  }

  get cells(): readonly Cell[] {
    return this.#source.cellsOf(this.#position, this.row);
  }
}

/** By `CellKind`. */
const types: readonly Cell['type'][] = ['text', 'number', 'boolean', 'date', 'error', 'formula-empty'];

/** Puts cells together. The last row is kept, because whoever looks at a row looks at it several times. */
class CellSource {
  readonly sheet: PackedSheet;
  readonly #texts: PackedTexts;
  readonly #numberFormats: readonly string[];
  #lastRow = -1;
  #lastCells: readonly Cell[] = [];

  constructor(sheet: PackedSheet, texts: PackedTexts, numberFormats: readonly string[]) {
    this.sheet = sheet;
    this.#texts = texts;
    this.#numberFormats = numberFormats;
  }

  cellsOf(position: number, row: number): readonly Cell[] {
    if (position !== this.#lastRow) {
      const { firstCells } = this.sheet;
      const [first, end] = [firstCells[position] as number, firstCells[position + 1] as number];
      const cells: Cell[] = [];
      for (let cell = first; cell < end; cell += 1) cells.push(this.#cell(cell, row));
      this.#lastCells = cells;
      this.#lastRow = position;
    }
    return this.#lastCells;
  }

  #cell(position: number, row: number): Cell {
    const { name, kinds, columns, formats, values } = this.sheet;
    const kind = kinds[position] as number;
    const column = columns[position] as number;
    const format = formats[position] as number;
    const type = types[kind & kindBits] ?? 'text';
    const value = this.#value(type, values[position] as number);
    // The type says what the value is; the compiler cannot see that.
    const cell = { type, value, sheet: name, row, column } as Cell;
    const numberFormat = format === 0 ? undefined : this.#numberFormats[format - 1];
    if (numberFormat !== undefined) cell.numberFormat = numberFormat;
    if ((kind & hiddenBit) !== 0) cell.hidden = true;
    if ((kind & boldBit) !== 0) cell.bold = true;
    return cell;
  }

  #value(type: Cell['type'], value: number): Cell['value'] {
    switch (type) {
      case 'number':
        return value;
      case 'boolean':
        return value === 1;
      case 'formula-empty':
        return '';
      default:
        return this.#texts.at(value);
    }
  }
}
