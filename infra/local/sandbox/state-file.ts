import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A file that always holds one whole state. Changes that come while it is being written share the next write. */
export class StateFile {
  readonly #path: string;
  readonly #render: () => string;
  #isChanged = false;
  /** A write that has not begun, so it will hold what changes until then. */
  #pending: Promise<void> | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, render: () => string) {
    this.#path = path;
    this.#render = render;
  }

  markChanged(): void {
    this.#isChanged = true;
  }

  /** Resolves when all changes so far are in the file. Rejects where they cannot be written. */
  persisted(): Promise<void> {
    if (!this.#isChanged) return this.#last;
    if (this.#pending === undefined) {
      this.#pending = this.#last.catch(() => undefined).then(() => this.#write());
      this.#last = this.#pending;
    }
    return this.#pending;
  }

  async #write(): Promise<void> {
    this.#pending = undefined;
    this.#isChanged = false;
    const temporary = `${this.#path}.new`;
    try {
      const state = this.#render();
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(temporary, state);
      await rename(temporary, this.#path);
    } catch (error) {
      this.#isChanged = true;
      throw error;
    }
  }
}
