import { expect, test } from 'vitest';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';
import { showWhatToFix } from '../../infra/local/command-line/show-report.ts';

test('what many rows are told in the same words is told once, after what is said of the workbook', () => {
  const rows = [5, 6, 7, 9].map((row) => ({
    sheet: 'Menu',
    row,
    issues: [makeIssue({ code: 'klikit_unreachable' }, { sheet: 'Menu', row })],
  }));
  const lone = { sheet: 'Menu', row: 8, issues: [makeIssue({ code: 'klikit_access_forbidden' }, { sheet: 'Menu', row: 8 })] };
  const issues = [makeIssue({ code: 'stopped_early', params: { because: 'it was down', rows: 5, there: 0, left: 5, unknown: '' } })];
  const shown = showWhatToFix({ issues, rows: [...rows, lone] } as unknown as Report);
  expect(shown.match(/klikit could not be reached/g)).toHaveLength(1);
  expect(shown).toContain('4 rows: Menu 5 to 7, 9\n');
  expect(shown).toContain('Menu, row 8');
  expect(shown.indexOf('The import stopped')).toBeLessThan(shown.indexOf('4 rows'));
});

test('errors are shown one by one, and of warnings of one kind the first few', () => {
  const rows = Array.from({ length: 9 }, (_, n) => ({
    issues: [
      makeIssue({ code: 'group_taken_from_above', params: { from: 'A2' } }, { sheet: 'Options', row: n + 3, column: 1, value: 'Size' }),
      makeIssue({ code: 'price_missing', params: { cell: `C${n + 3}` } }, { sheet: 'Options', row: n + 3, column: 3 }),
    ],
  }));
  const shown = showWhatToFix({ issues: [], rows } as unknown as Report);
  expect(shown.match(/This row has no price/g)).toHaveLength(9);
  expect(shown.match(/put into "Size"/g)).toHaveLength(5);
  expect(shown).toContain('and 4 more of this kind (group_taken_from_above); the report has them all');
});
