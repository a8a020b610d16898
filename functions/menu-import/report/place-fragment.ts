/** A place in a workbook: a cell, or a row where no cell is named. */
export interface SheetPlace {
  sheet?: string | undefined;
  row?: number | undefined;
  cell?: string | undefined;
}

/** The fragment of the page that shows a place, as Excel would write it: `#Items!C12`; of a row, `#Items!12`. */
export function placeFragment({ sheet = '', row, cell }: SheetPlace): string {
  return `#${encodeURIComponent(`${sheet}!${cell ?? row ?? ''}`.toWellFormed())}`;
}

/** The place that a fragment names; `undefined` where it names none. */
export function placeInFragment(fragment: string): { sheet: string; row: number; cell?: string } | undefined {
  const place = /^#(.*)!([A-Z]{0,3})([1-9]\d{0,6})$/s.exec(decode(fragment));
  if (place === null) return undefined;
  const [, sheet = '', column = '', row = ''] = place;
  return { sheet, row: Number(row), ...(column === '' ? {} : { cell: `${column}${row}` }) };
}

/** Anybody may write a fragment. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}
