export type TextEncoding = 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16le with a mark' | 'utf-16be' | 'utf-16be with a mark';

/** A CSV as Excel writes it: quotation marks only where they are needed, or everywhere. */
export function writeCsv(
  rows: readonly (readonly string[])[],
  { delimiter, lineEnd, quoteAll }: { delimiter: string; lineEnd: string; quoteAll: boolean },
): string {
  const quoted = (field: string) => `"${field.replaceAll('"', '""')}"`;
  const mustQuote = (field: string) => field.includes(delimiter) || /["\r\n]/.test(field) || field !== field.trim();
  const line = (fields: readonly string[]) => fields.map((field) => (quoteAll || mustQuote(field) ? quoted(field) : field)).join(delimiter);
  return rows.map((fields) => line(fields) + lineEnd).join('');
}

export function encodeCsv(text: string, encoding: TextEncoding): Uint8Array {
  const marked = encoding.endsWith('mark') ? `\uFEFF${text}` : text;
  if (encoding.startsWith('utf-8')) return Buffer.from(marked);
  const bytes = Buffer.from(marked, 'utf16le');
  return encoding.startsWith('utf-16be') ? bytes.swap16() : bytes;
}
