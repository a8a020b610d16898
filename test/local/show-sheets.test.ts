import { expect, test } from 'vitest';
import type { SheetReading } from '../../functions/menu-import/menu/sheet-reading.ts';
import type { Report, ReportRow } from '../../functions/menu-import/report/report-schema.ts';
import { showSheets } from '../../infra/local/command-line/show-sheets.ts';
import { sheetReading } from '../support/sheet-reading.ts';

const row = (number: number, fields: Partial<ReportRow>): ReportRow => ({
  sheet: 'Items',
  row: number,
  status: 'created',
  requestIds: [],
  issues: [],
  ...fields,
});
const shown = (sheet: Partial<SheetReading>, rows: ReportRow[] = [], outcome: Report['import']['outcome'] = 'completed') =>
  showSheets({ sheets: [sheetReading(sheet)], rows, import: { outcome } } as Report);

test('a menu has its header and its counts in one line', () => {
  const rows = [
    row(5, { kind: 'item' }),
    row(6, { kind: 'item', status: 'failed' }),
    row(7, { kind: 'modifier_option' }),
    row(8, { status: 'failed' }),
    row(9, { status: 'skipped' }),
    row(5, { kind: 'item', sheet: 'Other' }),
  ];
  expect(shown({ headerRow: 4, skipped: { section_title: 3, total: 1 } }, rows)).toBe(
    'Sheet "Items": header in row 4, 2 items, 1 modifier option, 1 row of no known type, 3 section titles, 1 total passed over\n',
  );
});

test('a header in two rows, and further ones, are named', () => {
  expect(shown({ headerRow: 4, headerRows: [3, 4], furtherTables: [{ headerRow: 20, columns: [] }] })).toBe(
    'Sheet "Items": header in rows 3 and 4, others in row 20\n',
  );
});

test('what is no menu says why', () => {
  expect(shown({ role: 'settings' })).toBe('Sheet "Items": settings\n');
  expect(shown({ role: 'ignored', because: 'It is empty.' })).toBe('Sheet "Items": passed over. It is empty.\n');
  expect(shown({ hidden: true, skipped: { hidden_sheet: 2 } })).toBe(
    'Sheet "Items" (hidden): header in row 1, 2 rows of the hidden sheet passed over\n',
  );
});

test('a refused menu has the rows that would have been read', () => {
  expect(shown({ rows: 12 }, [], 'refused')).toBe('Sheet "Items": header in row 1, 12 rows below it\n');
});

test('a report of old, or of a file that could not be read, has nothing to show', () => {
  expect(showSheets({ rows: [], import: { outcome: 'refused' } } as unknown as Report)).toBe('');
});
