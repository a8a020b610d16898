import type { ImportProgress } from '../../../functions/menu-import/import-ports.ts';
import type { CallEvent } from '../../../functions/menu-import/klikit/client.ts';
import type { Console } from './console.ts';

const clearLine = '\r\u001B[K';

/** Keeps one line of a terminal up to date: rows done, calls, pauses. Silent where nobody watches. */
export class ProgressLine {
  readonly #console: Console;
  #rows: ImportProgress = { rowsDone: 0, rowsTotal: 0 };
  #calls = 0;
  #pauses = 0;

  constructor(console: Console) {
    this.#console = console;
  }

  onProgress = (rows: ImportProgress): void => {
    this.#rows = rows;
    this.#draw();
  };

  onCall = ({ kind }: CallEvent): void => {
    if (kind === 'pause') this.#pauses += 1;
    else this.#calls += 1;
    this.#draw();
  };

  clear(): void {
    if (this.#console.interactive) this.#console.err(clearLine);
  }

  #draw(): void {
    if (!this.#console.interactive) return;
    const { rowsDone, rowsTotal } = this.#rows;
    const pauses = this.#pauses === 0 ? '' : `, ${this.#pauses} pauses`;
    const rows = rowsTotal === 0 ? 'Reading the workbook' : `${rowsDone} of ${rowsTotal} rows`;
    this.#console.err(`${clearLine}${rows}, ${this.#calls} calls${pauses}`);
  }
}
