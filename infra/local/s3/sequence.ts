/** Numbers that only grow, across restarts too: 16 hex digits, so that they sort as text. */
export class Sequence {
  #last = 0;

  next(): string {
    // The clock keeps numbers growing where the newest version was deleted for good before a restart.
    this.#last = Math.max(this.#last + 1, Date.now() * 1000);
    return this.#last.toString(16).toUpperCase().padStart(16, '0');
  }

  /** Takes note of a number given out by an earlier process. */
  observe(sequence: string): void {
    this.#last = Math.max(this.#last, Number.parseInt(sequence, 16));
  }
}
