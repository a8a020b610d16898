import type { Report } from './report-schema.ts';

/** So many rows are text at a time. */
const rowsAtOnce = 500;

/**
 * `report.json`, in UTF-8: one line for each row, so that a long report is half as large as with a line for each field, and can be
 * searched by line. In pieces, because the text of a report of 20,000 rows takes as much memory again as the bytes, and its lines too.
 */
export function serializeReport({ rows, ...head }: Report): Uint8Array {
  const pieces = [Buffer.from(`${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": [`)];
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const lines = rows.slice(from, from + rowsAtOnce).map((row) => `\n    ${JSON.stringify(row)}`);
    pieces.push(Buffer.from(`${from === 0 ? '' : ','}${lines.join(',')}`));
  }
  pieces.push(Buffer.from(`${rows.length === 0 ? '' : '\n  '}]\n}\n`));
  return Buffer.concat(pieces);
}
