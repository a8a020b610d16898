import type { Cell } from '../workbook/workbook.ts';
import { type HeaderColumn, headerColumn } from './header-columns.ts';
import type { ColumnMeaning } from './header-tags.ts';
import { parseHeader, parseHeaderWith } from './parse-header.ts';

/** The cell of the upper row that lies above a lower one: in its column, merged over it, or to the left of it with nothing between. */
export interface CellAbove {
  text: string;
  reach: 'column' | 'merged' | 'left';
}

/** What a cell of the lower row is. */
export type HeaderPart =
  /** A header in its own right. */
  | 'header'
  /** The same header as above, in other words. */
  | 'repeated'
  /** `IDR` below `Price`. */
  | 'tag'
  /** `6` below `Price`: a provider, where the row cannot be a dish. */
  | 'number_tag'
  /** `GrabFood` below a `Price` that is merged over several columns. */
  | 'unknown_price'
  | 'unknown';

export interface JoinedColumn extends HeaderColumn {
  part: HeaderPart;
  above?: CellAbove;
  /** What stands above it and was not understood. */
  label?: string;
}

/** A cell together with the one above it; `undefined` where the two contradict each other, as a dish below a header does. */
export function joinHeaderCells(cell: Cell, above: CellAbove | undefined): JoinedColumn | undefined {
  if (cell.type !== 'text' && cell.type !== 'number') return undefined;
  const text = String(cell.value);
  const found = joinTexts(text, above);
  if (found === undefined || (cell.type === 'number' && found.part !== 'number_tag')) return undefined;
  const { part, meaning, label, header = text } = found;
  return {
    ...headerColumn(cell, header, meaning),
    part,
    ...(above === undefined ? {} : { above }),
    ...(label === undefined ? {} : { label }),
  };
}

interface Joined {
  part: HeaderPart;
  meaning?: ColumnMeaning | undefined;
  label?: string;
  /** Absent: the text of the lower cell alone. */
  header?: string;
}

function joinTexts(text: string, above: CellAbove | undefined): Joined | undefined {
  const understood = parseHeader(text);
  // A sign such as % is a unit where it stands below a header, and a column without use elsewhere.
  const isUnit = understood?.field === 'unused' && above !== undefined && parseHeaderWith(above.text, text) !== undefined;
  const own = isUnit ? undefined : understood;
  if (above === undefined) return own === undefined ? { part: 'unknown' } : { part: 'header', meaning: own };
  const meaningAbove = parseHeader(above.text);
  if (own === undefined) return meaningAbove === undefined ? joinUnknown(text, above) : joinTag(text, above, meaningAbove);

  if (above.reach === 'left') return { part: 'header', meaning: own };
  if (above.reach === 'column' && meaningAbove !== undefined) {
    return meaningAbove.field === own.field ? { part: 'repeated', meaning: { ...own, ...meaningAbove } } : undefined;
  }
  const joined = parseHeaderWith(text, above.text) ?? parseHeader(`${above.text} ${text}`);
  if (joined === undefined) return { part: 'header', meaning: own, label: above.text };
  return { part: 'header', meaning: joined, header: together(text, above.text) };
}

function joinTag(text: string, above: CellAbove, meaningAbove: ColumnMeaning): Joined {
  const header = together(above.text, text);
  const isNumber = /^\d+$/.test(text.trim());
  const meaning = parseHeaderWith(above.text, text) ?? (above.reach === 'left' ? undefined : parseHeader(`${text} ${above.text}`));
  if (meaning !== undefined && !(isNumber && above.reach !== 'merged')) return { part: isNumber ? 'number_tag' : 'tag', meaning, header };
  if (above.reach === 'left') return { part: 'unknown' };
  const isPrice = meaningAbove.field === 'price' || meaningAbove.field === 'takeAwayPrice';
  return { part: isPrice && above.reach === 'merged' ? 'unknown_price' : 'unknown', header };
}

/** `Modifier` over `group` is known together only. */
function joinUnknown(text: string, { text: label, reach }: CellAbove): Joined {
  const meaning = reach === 'left' ? undefined : parseHeader(`${label} ${text}`);
  return meaning === undefined ? { part: 'unknown' } : { part: 'header', meaning, header: `${label} ${text}` };
}

function together(header: string, tag: string): string {
  return `${header} (${tag.replaceAll(/^[[({]|[\])}]$/g, '')})`;
}
