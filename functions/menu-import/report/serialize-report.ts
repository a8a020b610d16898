import type { Report } from './report-schema.ts';

/** `report.json`: one line for each row, so that a long report is half as large as with a line for each field, and can be searched by line. */
export function serializeReport({ rows, ...head }: Report): string {
  const lines = rows.map((row) => `\n    ${JSON.stringify(row)}`);
  const end = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`;
  return `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "rows": ${end}\n}\n`;
}
