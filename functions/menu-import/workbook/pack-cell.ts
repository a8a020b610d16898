import { type CellContext, cellContent } from './cell-content.ts';
import type { ContentBudget } from './content-budget.ts';
import type { GatheredText } from './gathered-text.ts';
import type { CellPlace, SheetPacker } from './pack-sheet.ts';
import { CellKind } from './packed-workbook.ts';
import { parseDecimal, parseIndex } from './parse-number.ts';
import type { CellFormat } from './read-styles.ts';
import type { TextPool } from './text-pool.ts';

/** A format of cells, with the position of its code. */
export type SheetFormat = CellFormat & {
  /** From 1; 0 is General. */
  position: number;
};

/** A cell as the file writes it. */
export interface WrittenCell {
  /** `t`, see `RawCell`. */
  type: string;
  format: SheetFormat;
  hasFormula: boolean;
  /** It has a value, if perhaps an empty one. */
  hasValue: boolean;
  value: GatheredText;
}

/** What the parts beside the sheet say. */
export interface SheetContext extends Omit<CellContext, 'sharedString'> {
  /** Shared strings lie at its beginning. */
  pool: TextPool;
  sharedStrings: number;
  formats: readonly SheetFormat[];
  budget: ContentBudget;
}

/** Finds out what cells hold, and packs those that are not blank. */
export class CellPacker {
  readonly #context: SheetContext;
  readonly #cellContext: CellContext;
  readonly #sheet: SheetPacker;

  constructor(context: SheetContext, sheet: SheetPacker) {
    const { pool, sharedStrings } = context;
    const isShared = (position: number) => Number.isInteger(position) && position >= 0 && position < sharedStrings;
    this.#context = context;
    this.#cellContext = { ...context, sharedString: (position) => (isShared(position) ? pool.textAt(position) : undefined) };
    this.#sheet = sheet;
  }

  pack(cell: WrittenCell, place: CellPlace): void {
    if (cell.type === 'inlineStr' && cell.hasValue) this.#addText(this.#context.pool.addGathered(cell.value), cell, place);
    else if (!cell.value.isBytes || !this.#packSimple(cell, place)) this.#packOther(cell, place);
  }

  /** The cells that a workbook is full of, a number or the position of a shared string, without making a text of it. Answers whether it was one. */
  #packSimple(cell: WrittenCell, place: CellPlace): boolean {
    const { bytes, start, end } = cell.value;
    if (cell.type === 's') {
      const position = parseIndex(bytes, start, end);
      const { pool, sharedStrings, budget } = this.#context;
      if (position < 0 || position >= sharedStrings) return false;
      if (!pool.isBlankAt(position)) {
        budget.countText(pool.sizeAt(position));
        this.#sheet.add(place, CellKind.text, position, cell.format);
      }
      return true;
    }
    if (cell.type !== 'n' || cell.format.kind !== 'number') return false;
    const value = parseDecimal(bytes, start, end);
    if (Number.isNaN(value) || (value === 0 && cell.hasFormula && this.#context.uncalculated)) return false;
    this.#sheet.add(place, CellKind.number, value, cell.format);
    return true;
  }

  #packOther({ type, format, hasFormula, hasValue, value }: WrittenCell, place: CellPlace): void {
    const content = cellContent({ type, format, hasFormula, ...(hasValue ? { text: value.toString() } : {}) }, this.#cellContext);
    const { pool, budget } = this.#context;
    switch (content?.type) {
      case 'text':
        return this.#addText(pool.add(content.value), { format }, place);
      case 'date':
        return this.#sheet.add(place, CellKind.date, pool.addOnce(content.value), format);
      case 'error':
        budget.checkText(content.value.length);
        return this.#sheet.add(place, CellKind.error, pool.addOnce(content.value), format);
      case 'number':
        return this.#sheet.add(place, CellKind.number, content.value, format);
      case 'boolean':
        return this.#sheet.add(place, CellKind.boolean, content.value ? 1 : 0, format);
      case 'formula-empty':
        return this.#sheet.add(place, CellKind.formulaEmpty, 0, format);
      case undefined:
    }
  }

  /** Takes the text that was added to the pool last. */
  #addText(position: number, { format }: Pick<WrittenCell, 'format'>, place: CellPlace): void {
    const { pool, budget } = this.#context;
    if (pool.isBlankAt(position)) return pool.dropLast();
    budget.checkText(pool.lengthAt(position));
    budget.countText(pool.sizeAt(position));
    this.#sheet.add(place, CellKind.text, position, format);
  }
}
