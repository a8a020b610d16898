/** One number of each cell, and how many there are: an array that grows. */
interface Growing {
  rows: Uint32Array<ArrayBuffer>;
  columns: Uint16Array<ArrayBuffer>;
  kinds: Uint8Array<ArrayBuffer>;
  formats: Uint32Array<ArrayBuffer>;
  values: Float64Array<ArrayBuffer>;
}

const firstCapacity = 1_024;
/** Half as much again: at the end little of the memory is empty. */
const growth = 1.5;

/** The cells of a sheet in the order in which they come. */
export class CellColumns {
  count = 0;
  #arrays: Growing = arraysOf(firstCapacity);

  /** The numbers of a cell one by one, because an object for each cell is what this saves. */
  add(row: number, column: number, kind: number, format: number, value: number): void {
    if (this.count === this.#arrays.rows.length) this.#arrays = copyInto(arraysOf(Math.ceil(this.count * growth)), this.#arrays);
    const { rows, columns, kinds, formats, values } = this.#arrays;
    rows[this.count] = row;
    columns[this.count] = column;
    kinds[this.count] = kind;
    formats[this.count] = format;
    values[this.count] = value;
    this.count += 1;
  }

  dropLast(): void {
    this.count -= 1;
  }

  rowAt(position: number): number {
    return this.#arrays.rows[position] ?? 0;
  }

  columnAt(position: number): number {
    return this.#arrays.columns[position] ?? 0;
  }

  /** Only the cells at these positions, in their order; without them, all cells as they are. */
  pick(positions?: Uint32Array): Growing {
    const { rows, columns, kinds, formats, values } = this.#arrays;
    if (positions === undefined) {
      const { count } = this;
      return {
        rows: rows.subarray(0, count),
        columns: columns.subarray(0, count),
        kinds: kinds.subarray(0, count),
        formats: formats.subarray(0, count),
        values: values.subarray(0, count),
      };
    }
    const picked = arraysOf(positions.length);
    for (const [at, position] of positions.entries()) {
      picked.rows[at] = rows[position] as number;
      picked.columns[at] = columns[position] as number;
      picked.kinds[at] = kinds[position] as number;
      picked.formats[at] = formats[position] as number;
      picked.values[at] = values[position] as number;
    }
    return picked;
  }
}

function arraysOf(capacity: number): Growing {
  return {
    rows: new Uint32Array(capacity),
    columns: new Uint16Array(capacity),
    kinds: new Uint8Array(capacity),
    formats: new Uint32Array(capacity),
    values: new Float64Array(capacity),
  };
}

function copyInto(target: Growing, source: Growing): Growing {
  target.rows.set(source.rows);
  target.columns.set(source.columns);
  target.kinds.set(source.kinds);
  target.formats.set(source.formats);
  target.values.set(source.values);
  return target;
}
