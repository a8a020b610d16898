import { expect, test } from 'vitest';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';
import { showWhatToFix } from '../../infra/local/command-line/show-report.ts';

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
