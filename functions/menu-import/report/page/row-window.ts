import type { ReportRow } from '../report-schema.ts';

/** So many rows come at a time: more are slow to draw, and nobody reads them. */
const rowsAtOnce = 100;
/** So many are above a row that is looked for. */
const rowsAbove = 10;

interface WindowParts {
  body: HTMLElement;
  /** Buttons that are hidden where there are no more rows that way. */
  earlier: HTMLElement;
  later: HTMLElement;
  view: (row: ReportRow) => HTMLElement;
}

/** The part of the rows that is in the table. */
export class RowWindow {
  readonly #parts: WindowParts;
  #rows: readonly ReportRow[] = [];
  #from = 0;
  #to = 0;

  constructor(parts: WindowParts) {
    this.#parts = parts;
  }

  /** Shows the first of the rows, or those around one of them. */
  show(rows: readonly ReportRow[], around?: ReportRow): void {
    this.#rows = rows;
    const position = around === undefined ? 0 : rows.indexOf(around);
    this.#from = Math.max(0, position - rowsAbove);
    this.#to = this.#from;
    this.#parts.body.replaceChildren();
    this.showLater();
  }

  showLater(count = rowsAtOnce): void {
    const next = this.#rows.slice(this.#to, this.#to + count);
    this.#parts.body.append(...next.map(this.#parts.view));
    this.#to += next.length;
    this.#update();
  }

  showEarlier(count = rowsAtOnce): void {
    const from = Math.max(0, this.#from - count);
    this.#parts.body.prepend(...this.#rows.slice(from, this.#from).map(this.#parts.view));
    this.#from = from;
    this.#update();
  }

  showAll(): void {
    this.showEarlier(this.#from);
    this.showLater(this.#rows.length);
  }

  /** The row of the table that shows a row; `undefined` where it is not there right now. */
  elementOf(row: ReportRow): HTMLElement | undefined {
    const position = this.#rows.indexOf(row) - this.#from;
    const element = this.#parts.body.children[position];
    return element instanceof HTMLElement ? element : undefined;
  }

  #update(): void {
    this.#parts.earlier.hidden = this.#from === 0;
    this.#parts.later.hidden = this.#to >= this.#rows.length;
  }
}
