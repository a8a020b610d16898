import { WorkbookRefused } from './errors.ts';
import type { ReadLimits } from './limits.ts';

/** Counts what the sheets of one workbook hold, and refuses it at the first thing too many. */
export class ContentBudget {
  readonly #limits: ReadLimits;
  #rows = 0;
  #characters = 0;

  constructor(limits: ReadLimits) {
    this.#limits = limits;
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

  /**
   * One text of the file may serve a million cells. It is one text in the memory of the reader, but a million when the
   * workbook leaves its thread.
   */
  countText(characters: number): void {
    this.#characters += characters;
    if (this.#characters > this.#limits.maxInflatedBytes) {
      throw exceeded('the number of characters in all cells', this.#limits.maxInflatedBytes, this.#characters);
    }
  }
}

function exceeded(limit: string, allowed: number, seen: number): WorkbookRefused {
  return new WorkbookRefused('limit_exceeded', { limit, allowed, seen });
}
