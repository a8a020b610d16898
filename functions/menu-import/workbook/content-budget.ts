import { WorkbookRefused } from './errors.ts';
import type { ReadLimits } from './limits.ts';

/** Counts what the sheets of one workbook hold, and refuses it at the first thing too many. */
export class ContentBudget {
  readonly #limits: ReadLimits;
  #rows = 0;
  #textBytes = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
  }

  get mostColumns(): number {
    return this.#limits.maxColumns;
  }

  get longestText(): number {
    return this.#limits.maxCellCharacters;
  }

  countRow(): void {
    this.#rows += 1;
    if (this.#rows > this.#limits.maxRows) throw exceeded('the number of rows', this.#limits.maxRows, this.#rows);
  }

  checkColumn(column: number): void {
    if (column > this.#limits.maxColumns) throw exceeded('the number of columns', this.#limits.maxColumns, column);
  }

  checkText(characters: number): void {
    if (characters > this.#limits.maxCellCharacters) {
      throw exceeded('the number of characters in one cell', this.#limits.maxCellCharacters, characters);
    }
  }

  /** One text of the file may serve a million cells: it is one text in memory, but a million in what is made of them. */
  countText(bytes: number): void {
    this.#textBytes += bytes;
    if (this.#textBytes > this.#limits.maxInflatedBytes) {
      throw exceeded('the size of the texts of all cells in bytes', this.#limits.maxInflatedBytes, this.#textBytes);
    }
  }
}

function exceeded(limit: string, allowed: number, seen: number): WorkbookRefused {
  return new WorkbookRefused('limit_exceeded', { limit, allowed, seen });
}
