import { CellPlaces } from './cell-places.ts';
import { columnRange, lastColumn } from './column-range.ts';
import type { SheetPart } from './find-parts.ts';
import { GatheredText } from './gathered-text.ts';
import { CellPacker, type SheetContext, type SheetFormat, type WrittenCell } from './pack-cell.ts';
import { SheetPacker } from './pack-sheet.ts';
import type { PackedSheet } from './packed-workbook.ts';
import { parseIndex } from './parse-number.ts';
import { PlainCells } from './plain-cells.ts';
import { TextRuns } from './text-runs.ts';
import type { ColumnRange } from './workbook.ts';
import { MalformedXml } from './xml/malformed-xml.ts';
import { parseXml } from './xml/parse-xml.ts';
import type { XmlAttributes } from './xml/xml-attributes.ts';
import type { XmlPiece } from './xml/xml-piece.ts';
import { notTaken, type XmlHandler } from './xml/xml-tokenizer.ts';

/**
 * Reads the cells of one sheet while it is being inflated. Rows and cells may come without references and in any order;
 * where one place has several values, the last counts.
 */
export async function readSheet(
  { name, hidden }: SheetPart,
  chunks: AsyncIterable<Uint8Array>,
  context: SheetContext,
): Promise<PackedSheet> {
  const packer = new SheetPacker(context.budget, name.length);
  const reader = new SheetReader(context, packer);
  await parseXml(chunks, reader);
  return packer.pack({ name, hidden, merges: reader.merges, columnRanges: reader.columnRanges });
}

const general: SheetFormat = { kind: 'number', position: 0 };
const letterC = 0x63;
const letterS = 0x73;

/** Knows which elements of a sheet mean what, and where. */
class SheetReader implements XmlHandler {
  readonly merges: string[] = [];
  readonly columnRanges: ColumnRange[] = [];
  readonly #formats: readonly SheetFormat[];
  readonly #cells: CellPacker;
  readonly #plainCells: PlainCells;
  readonly #places = new CellPlaces();
  /** The cell that is being read; one object for all. */
  readonly #cell: WrittenCell = { type: 'n', format: general, hasFormula: false, hasValue: false, value: new GatheredText() };
  readonly #runs = new TextRuns(this.#cell.value);
  /** Extensions hold what they like, in elements of the same names. */
  #extensionDepth = 0;
  /** Cells stand in `sheetData` only. */
  #inCells = false;
  #inCell = false;
  #inValue = false;
  #inRuns = false;

  constructor(context: SheetContext, packer: SheetPacker) {
    this.#formats = context.formats;
    this.#cells = new CellPacker(context, packer);
    this.#plainCells = new PlainCells(context, packer, this.#places, general);
  }

  readonly take = (bytes: Buffer, at: number): number => {
    const isCell = this.#inCells && !this.#inCell && this.#extensionDepth === 0 && bytes[at + 1] === letterC;
    return isCell ? this.#plainCells.take(bytes, at) : notTaken;
  };

  readonly open = (name: string, attributes: XmlAttributes): void => {
    if (this.#extensionDepth > 0 || name === 'extLst') this.#extensionDepth += 1;
    else if (this.#inCell) this.#openInCell(name);
    else if (!this.#inCells) this.#openOutside(name, attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'row') this.#places.nextRow(attributes);
  };

  readonly text = (piece: XmlPiece): void => {
    if (this.#extensionDepth > 0) return;
    if (this.#inRuns) this.#runs.add(piece);
    else if (this.#inValue) this.#cell.value.add(piece);
  };

  readonly close = (name: string): void => {
    if (this.#extensionDepth > 0) {
      this.#extensionDepth -= 1;
      return;
    }
    if (!this.#inCell) {
      if (name === 'sheetData') this.#inCells = false;
      return;
    }
    switch (name) {
      case 'v':
        this.#inValue = false;
        break;
      case 'c':
        this.#cells.pack(this.#cell, this.#places.place);
        this.#inCell = false;
        break;
      case 'is':
        this.#cell.hasValue = true;
        this.#inRuns = false;
        break;
      default:
        if (this.#inRuns) this.#runs.close(name);
    }
  };

  #openOutside(name: string, attributes: XmlAttributes): void {
    if (name === 'sheetData') this.#inCells = true;
    else if (name === 'col') this.#openColumns(attributes);
    else if (name === 'mergeCell') {
      const range = attributes.get('ref');
      if (range !== undefined) this.merges.push(range);
    }
  }

  #openColumns(attributes: XmlAttributes): void {
    const range = columnRange(attributes);
    if (range === undefined) return;
    if (range.hidden === true) this.#places.hideColumns(range);
    // A sheet has no more ranges of columns than columns.
    if (this.columnRanges.length < lastColumn) this.columnRanges.push(range);
  }

  #openCell(attributes: XmlAttributes): void {
    const cell = this.#cell;
    this.#inCell = true;
    cell.type = 'n';
    cell.format = general;
    cell.hasFormula = false;
    cell.hasValue = false;
    cell.value.clear();
    let reference: number | undefined;
    for (let position = 0; position < attributes.count; position += 1) {
      switch (attributes.nameAt(position)) {
        case 'r':
          reference = position;
          break;
        case 's':
          cell.format = this.#formats[styleOf(attributes, position)] ?? general;
          break;
        case 't':
          cell.type = typeOf(attributes, position);
          break;
      }
    }
    this.#places.nextCell(attributes, reference);
  }

  #openInCell(name: string): void {
    const cell = this.#cell;
    if (name === 'v') {
      if (cell.type === 'inlineStr') return;
      this.#inValue = true;
      cell.hasValue = true;
    } else if (name === 'f') cell.hasFormula = true;
    else if (name === 'is') {
      // A text whatever the cell says: read as a number it would lose its leading zeros.
      cell.type = 'inlineStr';
      this.#runs.clear();
      this.#inRuns = true;
    } else if (this.#inRuns) this.#runs.open(name);
    else if (name === 'c' || name === 'row') throw new MalformedXml('a cell in a cell');
  }
}

function styleOf(attributes: XmlAttributes, position: number): number {
  const style = parseIndex(attributes.bytes, attributes.startAt(position), attributes.endAt(position));
  return style === -1 ? Number(attributes.valueAt(position)) : style;
}

/** The usual type without making a text of it. */
function typeOf(attributes: XmlAttributes, position: number): string {
  const start = attributes.startAt(position);
  const isShared = attributes.bytes[start] === letterS && attributes.endAt(position) === start + 1;
  return isShared ? 's' : attributes.valueAt(position);
}
