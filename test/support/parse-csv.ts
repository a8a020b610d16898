/** Rows of a CSV as Excel writes it: commas, quotes doubled inside quotes, line breaks inside quotes. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  const field = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|\n|\r|$)/gy;
  for (const [, value = '', end] of text.matchAll(field)) {
    rows.at(-1)?.push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value);
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows;
}
