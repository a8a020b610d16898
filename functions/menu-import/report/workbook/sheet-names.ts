/** Excel allows no longer name of a sheet, and none with these signs. */
const longestName = 31;
const forbidden = /[*?:/\\[\]\u0000-\u001f]/g;

/** Gives out names that Excel takes: what it would refuse is replaced, and none is given twice, whatever its case. */
export class SheetNames {
  readonly #taken = new Set<string>();

  take(wanted: string): string {
    const clean =
      wanted
        .toWellFormed()
        .replaceAll(forbidden, '_')
        .replace(/^'+|'+$/g, '_')
        .trim() || 'Sheet';
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : ` (${count})`;
      const name = clean.slice(0, longestName - suffix.length) + suffix;
      if (this.#taken.has(name.toLowerCase())) continue;
      this.#taken.add(name.toLowerCase());
      return name;
    }
  }
}
