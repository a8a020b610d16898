import { parse } from 'csv-parse/sync';

/** Rows of a CSV as Excel writes it. Lines may have any end and any length. */
export function parseCsv(text: string): string[][] {
  return parse(text, { record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true, relax_quotes: true });
}
