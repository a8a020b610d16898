/** The texts of a workbook, each once, in the order of their first use. */
export class StringTable {
  readonly #positions = new Map<string, number>();
  #uses = 0;

  /** Where the text stands in the table. */
  add(text: string): number {
    this.#uses += 1;
    const known = this.#positions.get(text);
    if (known !== undefined) return known;
    this.#positions.set(text, this.#positions.size);
    return this.#positions.size - 1;
  }

  get uses(): number {
    return this.#uses;
  }

  get texts(): readonly string[] {
    return [...this.#positions.keys()];
  }
}
