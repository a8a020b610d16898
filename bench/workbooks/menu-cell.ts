/** How a cell is shown; the order is the order of the formats in the files. */
export const cellStyles = ['general', 'header', 'percent', 'digits', 'date', 'date-time', 'money'] as const;

export type CellStyle = (typeof cellStyles)[number];

/** A cell as its author means it. A date is the number of days that Excel counts. */
export interface MenuCell {
  /** Absent where the cell is blank; it may have a style all the same. */
  value?: string | number | boolean;
  style: CellStyle;
  /** What its value was calculated by, less the equals sign. */
  formula?: string;
}

export function isDate({ style }: MenuCell): boolean {
  return style === 'date' || style === 'date-time';
}
