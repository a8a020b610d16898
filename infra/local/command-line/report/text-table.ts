import { textWidth } from './text-width.ts';

export interface Column<Row> {
  /** Two lines where it has a line break. */
  header: string;
  /** A number is grouped by thousands and stands on the right. */
  value: (row: Row) => string | number;
  toTheRight?: boolean;
  /** Left out where it has nothing but zeros and empty texts. */
  optional?: boolean;
}

const between = '  ';

/** A table for a terminal: headers, then a line for each row. */
export function textTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  const shown = columns.flatMap(({ header, value, optional = false, toTheRight = false }) => {
    const values = rows.map(value);
    if (optional && values.every((cell) => cell === 0 || cell === '')) return [];
    const isRight = toTheRight || values.every((cell) => typeof cell === 'number');
    return [{ header: header.split('\n'), cells: values.map(showCell), isRight }];
  });
  const headerLines = Math.max(...shown.map(({ header }) => header.length));
  const padded = shown.map(({ header, cells, isRight }) => {
    const above = Array.from({ length: headerLines - header.length }, () => '');
    const all = [...above, ...header, ...cells];
    const width = all.reduce((widest, text) => Math.max(widest, textWidth(text)), 0);
    return all.map((text) => pad(text, width, isRight));
  });
  const lines = Array.from({ length: headerLines + rows.length }, (_, line) => padded.map((column) => column[line] ?? '').join(between));
  return lines.map((line) => `${line.trimEnd()}\n`).join('');
}

function showCell(value: string | number): string {
  return typeof value === 'number' ? new Intl.NumberFormat('en').format(value) : value;
}

function pad(text: string, width: number, toTheRight: boolean): string {
  const space = ' '.repeat(width - textWidth(text));
  return toTheRight ? `${space}${text}` : `${text}${space}`;
}
