import type { Finding, FindingParams, Parsed } from '../issues/finding.ts';
import type { Issue } from '../issues/issue.ts';
import { makeIssue } from '../issues/make-issue.ts';
import { cellAddress } from '../workbook/cell-address.ts';
import { columnLetter } from '../workbook/column-letter.ts';
import type { Cell, Row } from '../workbook/workbook.ts';
import type { Field } from './column-table.ts';
import type { MergedRange } from './merged-ranges.ts';
import type { FindMergedValue } from './merged-values.ts';
import { oneLine } from './one-line.ts';
import type { SheetLayout, UsedColumn } from './sheet-layout.ts';
import { cleanText } from './values/parse-text.ts';
import { showCell } from './values/show-cell.ts';

/** A column of the row, with its cell where the cell is not blank. */
export interface Slot {
  column: UsedColumn;
  /** In the row; or above it, where its value holds for this row as well. */
  cell?: Cell;
  /** The merge with a row above that leaves the cell without a value of its own. */
  merged?: MergedRange;
}

/** Cells of other rows that say something about this one. */
export interface RowSurroundings {
  mergedValue: FindMergedValue;
  /** The group of its block, on a sheet of modifier options. */
  groupAbove: Cell | undefined;
}

/** Columns of which a merge over several rows shows one value for all of them. The others tell rows apart. */
const sharedFields = new Set<Field>([
  'type',
  'description',
  'price',
  'takeAwayPrice',
  'vat',
  'visibleOn',
  'visible',
  'enabled',
  'preparationMinutes',
  'group',
]);

/** One row while it is being read: finds cells by meaning, and collects what is wrong with them, each with its place. */
export class RowReader {
  readonly issues: Issue[] = [];
  readonly #row: Row;
  readonly #slots: readonly Slot[];

  constructor(row: Row, layout: SheetLayout, surroundings?: RowSurroundings) {
    this.#row = row;
    const { cells } = row;
    this.#slots = layout.columns.map((column) => {
      const cell = cells.find((candidate) => candidate.column === column.column && !looksBlank(candidate));
      if (cell !== undefined) return { column, cell };
      return surroundings === undefined ? { column } : this.#fromAbove(column, surroundings);
    });
  }

  #fromAbove(column: UsedColumn, { mergedValue, groupAbove }: RowSurroundings): Slot {
    const { sheet, row } = this.#row;
    const place = { sheet, row, column: column.column };
    const merged = mergedValue(row, column.column);
    if (merged !== undefined && !looksBlank(merged.cell)) {
      const { cell, range } = merged;
      if (!sharedFields.has(column.field)) return { column, merged: range };
      this.issues.push(makeIssue({ code: 'merged_value', params: { range: range.range } }, { ...place, value: showCell(cell) }));
      return { column, cell, merged: range };
    }
    if (column.field !== 'group' || groupAbove === undefined) return { column };
    const finding = { code: 'group_taken_from_above', params: { from: cellAddress(groupAbove) } } as const;
    this.issues.push(makeIssue(finding, { ...place, value: showCell(groupAbove) }));
    return { column, cell: groupAbove };
  }

  /** Every column of that meaning, in the order of the sheet. */
  slots(field: Field): Slot[] {
    return this.#slots.filter(({ column }) => column.field === field);
  }

  /** The value of the first column of that meaning; `undefined` where it is blank, or wrong and complained about. */
  read<T>(field: Field, parse: (cell: Cell) => Parsed<T>): T | undefined {
    const [slot] = this.slots(field);
    if (slot?.cell !== undefined) return this.parse(slot.cell, parse);
    if (slot?.merged !== undefined) this.missMerged({ code: 'merged_not_shared' }, slot.column, slot.merged);
    return undefined;
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
    const place: FindingParams = column === undefined ? { cell: { phrase: 'a_column', params: { header } } } : {};
    const params = { ...finding.params, ...place };
    this.issues.push(makeIssue({ ...finding, params }, { sheet, row, ...(column && { column: column.column }) }));
  }

  /** Complains that a cell has no value of its own because it is merged with one above. */
  missMerged({ code }: Pick<Finding, 'code'>, { column, header }: UsedColumn, { range, top }: MergedRange): void {
    const { sheet, row } = this.#row;
    const params = { range, first: `${columnLetter(column)}${top}`, header: oneLine(header) };
    this.issues.push(makeIssue({ code, params }, { sheet, row, column }));
  }

  /** Whether something is wrong that keeps the row from being imported. */
  get failed(): boolean {
    return this.issues.some(({ severity }) => severity === 'error');
  }
}

/** A text of control characters only, as copying leaves behind, shows nothing. */
export function looksBlank(cell: Cell): boolean {
  return cell.type === 'text' && cleanText(cell.value) === '';
}
