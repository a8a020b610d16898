import { bareName } from '../parse-header.ts';
import type { ExportHeader } from './export-convention.ts';

/** Whether a column's header is one of these. Words are compared as all headers are; patterns with the header as it stands. */
export function isUnder(header: string, wanted: readonly ExportHeader[]): boolean {
  const plain = header.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  return wanted.some((name) => (typeof name === 'string' ? bareName(name) === bareName(plain) : name.test(plain)));
}

/** The numbers of the columns that have one of these headers. */
export function columnsUnder(columns: readonly { column: number; header: string }[], wanted: readonly ExportHeader[]): number[] {
  return columns.filter(({ header }) => isUnder(header, wanted)).map(({ column }) => column);
}
