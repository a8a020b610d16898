import type { PhraseCode } from '../issues/phrases/en.ts';
import { WorkbookRefused } from './errors.ts';
import { type ReadLimits, reportMargin } from './limits.ts';

/**
 * Counts what the sheets of one workbook hold, and refuses it at the first thing too many. A report that comes back may hold some more
 * rows and columns than its workbook; what it is shows at its end only, so that is when `checkMargin` looks.
 */
export class ContentBudget {
  readonly #limits: ReadLimits;
  #rows = 0;
  #lastColumn = 0;
  #textBytes = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  get mostColumns(): number {
    return this.#limits.maxColumns + reportMargin.columns;
  }

  get longestText(): number {
    return this.#limits.maxCellCharacters;
  }

  countRow(): void {
    this.#rows += 1;
    if (this.#rows > this.#limits.maxRows + reportMargin.rows) this.#tooManyRows();
  }

  checkColumn(column: number): void {
    this.#lastColumn = Math.max(this.#lastColumn, column);
    if (column > this.mostColumns) this.#tooManyColumns();
  }

  /** Refuses what only a report may hold. */
  checkMargin(isReport: () => boolean): void {
    const tooManyRows = this.#rows > this.#limits.maxRows;
    if (!tooManyRows && this.#lastColumn <= this.#limits.maxColumns) return;
    if (isReport()) return;
    if (tooManyRows) this.#tooManyRows();
    this.#tooManyColumns();
  }

  checkText(characters: number): void {
    if (characters > this.#limits.maxCellCharacters) {
      throw exceeded('limit_cell_characters', this.#limits.maxCellCharacters, characters);
    }
  }

  /** One text of the file may serve a million cells: it is one text in memory, but a million in what is made of them. */
  countText(bytes: number): void {
    this.#textBytes += bytes;
    if (this.#textBytes > this.#limits.maxInflatedBytes) {
      throw exceeded('limit_text_bytes', this.#limits.maxInflatedBytes, this.#textBytes);
    }
  }

  #tooManyRows(): never {
    throw exceeded('limit_rows', this.#limits.maxRows, this.#rows);
  }

  #tooManyColumns(): never {
    throw exceeded('limit_columns', this.#limits.maxColumns, this.#lastColumn);
  }
}

function exceeded(limit: PhraseCode, allowed: number, seen: number): WorkbookRefused {
  return new WorkbookRefused('limit_exceeded', { limit: { phrase: limit }, allowed, seen });
}
