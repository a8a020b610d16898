import { expect, test } from 'vitest';
import type { Issue } from '../../functions/menu-import/issues/issue.ts';
import { groupIssues } from '../../functions/menu-import/report/group-issues.ts';
import type { ReportRow } from '../../functions/menu-import/report/report-schema.ts';

function issue(code: string, severity: Issue['severity'], cell?: string): Issue {
  return { code, severity, message: `${code} in ${cell}`, fix: 'Fix it.', ...(cell === undefined ? {} : { sheet: 'Menu', cell }) };
}

function rowWith(row: number, ...issues: Issue[]): ReportRow {
  return { sheet: 'Menu', row, status: 'failed', requestIds: [], issues };
}

test('issues are grouped by their cause: what is about the file, then what most rows have, errors before warnings', () => {
  const rows = [
    rowWith(2, issue('vat_unreadable', 'error', 'D2')),
    rowWith(3, issue('price_unreadable', 'error', 'C3'), issue('group_unused', 'warning', 'E3')),
    rowWith(4, issue('price_unreadable', 'error', 'C4'), issue('price_unreadable', 'error', 'D4')),
  ];
  const groups = groupIssues({ rows, issues: [issue('column_unknown', 'warning'), issue('klikit_unreachable', 'error')] });
  expect(groups.map(({ code, rows, places }) => [code, rows, places.map(({ text }) => text)])).toEqual([
    ['klikit_unreachable', 0, []],
    ['price_unreadable', 2, ['Menu C3', 'Menu C4', 'Menu D4']],
    ['vat_unreadable', 1, ['Menu D2']],
    ['column_unknown', 0, []],
    ['group_unused', 1, ['Menu E3']],
  ]);
});

test('a place leads into the page where a row stands there, and is named in the language of the report', () => {
  const { sheet, row } = { sheet: 'Menü & more', row: 5 };
  const ofRow = { ...issue('price_missing', 'error'), sheet, row };
  const ofHeader = { ...issue('unknown_column', 'warning'), sheet, row: 1, cell: 'D1' };
  const rows = [{ ...rowWith(row, ofRow), sheet }];
  const groups = groupIssues({ rows, issues: [ofHeader], language: 'id' });
  expect(groups.map(({ places }) => places)).toEqual([
    [{ text: 'Menü & more baris 5', fragment: '#Men%C3%BC%20%26%20more!5' }],
    [{ text: 'Menü & more D1' }],
  ]);
});
