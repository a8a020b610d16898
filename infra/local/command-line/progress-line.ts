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
  #isWaiting = false;

  constructor(console: Console) {
    this.#console = console;
  }

  onProgress = (rows: ImportProgress): void => {
    this.#isWaiting = false;
    this.#rows = rows;
    this.#draw();
  };

  onCall = ({ kind }: CallEvent): void => {
    if (kind === 'pause') this.#pauses += 1;
    else this.#calls += 1;
    this.#draw();
  };

  /** An import of this merchant that was interrupted may still have calls under way. */
  onPause = (kind: 'more' | 'busy'): void => {
    this.#isWaiting = kind === 'busy';
    this.#draw();
  };

  clear(): void {
    if (this.#console.interactive) this.#console.err(clearLine);
  }

  #draw(): void {
    if (!this.#console.interactive) return;
    if (this.#isWaiting) {
      this.#console.err(`${clearLine}An import of this merchant was interrupted. Waiting until none of its calls can be under way`);
      return;
    }
    const { rowsDone, rowsTotal } = this.#rows;
    const pauses = this.#pauses === 0 ? '' : `, ${this.#pauses} pauses`;
    const rows = rowsTotal === 0 ? 'Reading the workbook' : `${rowsDone} of ${rowsTotal} rows`;
    this.#console.err(`${clearLine}${rows}, ${this.#calls} calls${pauses}`);
  }
}
