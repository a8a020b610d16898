import type { Finding, Parsed } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { columnLetter } from '../workbook/column-letter.ts';
import type { Cell, Row } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { SheetLayout, UsedColumn } from './sheet-layout.ts';
import { cleanText } from './values/parse-text.ts';
import { showCell } from './values/show-cell.ts';

/** A column of the row, with its cell where the cell is not blank. */
export interface Slot {
  column: UsedColumn;
  cell?: Cell;
}

/** One row while it is being read: finds cells by meaning, and collects what is wrong with them, each with its place. */
export class RowReader {
  readonly issues: Issue[] = [];
  readonly #row: Row;
  readonly #layout: SheetLayout;

  constructor(row: Row, layout: SheetLayout) {
    this.#row = row;
    this.#layout = layout;
  }

  /** Every column of that meaning, in the order of the sheet. */
  slots(field: Field): Slot[] {
    return this.#layout.columns
      .filter((column) => column.field === field)
      .map((column) => {
        const cell = this.#row.cells.find((candidate) => candidate.column === column.column && !looksBlank(candidate));
        return cell === undefined ? { column } : { column, cell };
      });
  }

  /** The value of the first column of that meaning; `undefined` where it is blank, or wrong and complained about. */
  read<T>(field: Field, parse: (cell: Cell) => Parsed<T>): T | undefined {
    const [slot] = this.slots(field);
    return slot?.cell === undefined ? undefined : this.parse(slot.cell, parse);
  }

  parse<T>(cell: Cell, parse: (cell: Cell) => Parsed<T>): T | undefined {
    const parsed = parse(cell);
    for (const finding of parsed.ok ? (parsed.warnings ?? []) : [parsed.finding]) this.complain(finding, cell);
    return parsed.ok ? parsed.value : undefined;
  }

  /** Complains about a cell. */
  complain(finding: Finding, cell: Cell): void {
    const { sheet, row, column } = cell;
    this.issues.push(makeIssue(finding, { sheet, row, column, value: showCell(cell) }));
  }

  /** Complains about something that is not there, and names the cell where it belongs. `header` is the column to add where there is none. */
  miss(finding: Finding, column: UsedColumn | undefined, header: string): void {
    const { sheet, row } = this.#row;
    const cell = column === undefined ? `a column "${header}"` : `${columnLetter(column.column)}${row}`;
    this.issues.push(
      makeIssue({ ...finding, params: { ...finding.params, cell } }, { sheet, row, ...(column && { column: column.column }) }),
    );
  }

  /** Whether something is wrong that keeps the row from being imported. */
  get failed(): boolean {
    return this.issues.some(({ severity }) => severity === 'error');
  }
}

/** A text of control characters only, as copying leaves behind, shows nothing. */
function looksBlank(cell: Cell): boolean {
  return cell.type === 'text' && cleanText(cell.value) === '';
}
