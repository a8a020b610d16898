import type { Style } from 'exceljs';
import type { Issue } from '../../issues/issue.ts';
import type { RowStatus } from '../statuses.ts';

/** How a cell of the report looks, as far as it is not like any other. */
export interface CellLook {
  numberFormat?: string | undefined;
  bold?: boolean | undefined;
  /** `AARRGGBB`. */
  fill?: string | undefined;
  ink?: string | undefined;
  wrap?: boolean | undefined;
  /** At the top of its row, as what wraps is. */
  top?: boolean | undefined;
  /** Also a number. */
  left?: boolean | undefined;
  /** In points. */
  size?: number | undefined;
}

/** Behind the cells of a row, by what became of it. */
export const statusFills: Readonly<Record<RowStatus, string>> = {
  created: 'FFD9EED0',
  unchanged: 'FFF0F7EC',
  changed: 'FFFFF3CD',
  failed: 'FFFBE0DD',
  skipped: 'FFEEEEEE',
  not_attempted: 'FFDCEAF7',
  unknown: 'FFE6DFF0',
};

/** The same in a colour that can be seen by itself. */
export const statusInks: Readonly<Record<RowStatus, string>> = {
  created: 'FF3F8F29',
  unchanged: 'FF8DBF7C',
  changed: 'FFE0A100',
  failed: 'FFC5392E',
  skipped: 'FF9A9A9A',
  not_attempted: 'FF3F7CB5',
  unknown: 'FF7B5AA6',
};

/** Behind a cell that something is said about. */
export const issueFills: Readonly<Record<Issue['severity'], string>> = { error: 'FFF28B82', warning: 'FFFFCC4D' };

export const headerFill = 'FF7A3B1D';
export const headerInk = 'FFFFFFFF';

/** The same object for the same look: exceljs looks a style up by its object, and a report has a hundred thousand cells of a few styles. */
export class CellStyles {
  readonly #styles = new Map<string, Partial<Style>>();

  of({ numberFormat, bold, fill, ink, wrap, top, left, size }: CellLook): Partial<Style> {
    const key = [numberFormat, bold, fill, ink, wrap, top, left, size].join('\u0000');
    const known = this.#styles.get(key);
    if (known !== undefined) return known;
    const hasFont = bold === true || ink !== undefined || size !== undefined;
    const style: Partial<Style> = {
      ...(numberFormat === undefined ? {} : { numFmt: numberFormat }),
      ...(hasFont
        ? { font: { name: 'Calibri', size: size ?? 11, bold: bold ?? false, ...(ink === undefined ? {} : { color: { argb: ink } }) } }
        : {}),
      ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: fill } } }),
      ...(wrap === true || top === true
        ? { alignment: { wrapText: wrap ?? false, vertical: 'top', ...(left === true ? { horizontal: 'left' } : {}) } }
        : {}),
    };
    this.#styles.set(key, style);
    return style;
  }
}
