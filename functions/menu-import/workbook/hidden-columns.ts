import { lastColumn } from './column-range.ts';

/** The hidden columns of a sheet. */
export class HiddenColumns {
  #hidden: Uint8Array | undefined;

  /** Columns count from 1; both ends are hidden. */
  add(first: number, last: number): void {
    this.#hidden ??= new Uint8Array(lastColumn + 1);
    if (first >= 1 && last >= first) this.#hidden.fill(1, first, last + 1);
  }

  has(column: number): boolean {
    return this.#hidden?.[column] === 1;
  }
}
