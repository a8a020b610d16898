import { expect, test } from 'vitest';
import { outcomeInWords } from '../../functions/menu-import/report/outcome-in-words.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';
import { summarizeRows } from '../../functions/menu-import/report/summarize-rows.ts';

const words = (outcome: Report['import']['outcome'], counts: Partial<Report['summary']> = {}, language?: 'id'): string => {
  const summary = { ...summarizeRows([], 0, { calls: 0, retries: 0 }), ...counts };
  const { headline, whatNext } = outcomeInWords({ import: { outcome }, summary, language } as Report);
  return `${headline} ${whatNext}`;
};

test.each([
  ['completed', {}, 'The menu is in klikit. There is nothing to do.'],
  ['completed_with_issues', { failed: 1, created: 9 }, 'The menu is in klikit, but not all of it: 1 row is not in klikit.'],
  [
    'completed_with_issues',
    { failed: 1_200, changed: 1, unknown: 2 },
    '1,200 rows are not in klikit, 1 row is different from klikit and 2 rows are not known to be there or not.',
  ],
  ['completed_with_issues', {}, 'The menu is in klikit, with something to look at.'],
  ['stopped', { not_attempted: 30 }, 'The import stopped before its end: 30 rows are not sent yet. Upload the same file again later.'],
  ['refused', {}, 'The file could not be used. Nothing was sent to klikit. Do what is said below, and upload it again.'],
] as const)('an import that is %s with %j', (outcome, counts, expected) => {
  expect(words(outcome, counts)).toContain(expected);
});

test('an import that stopped because klikit does not let anybody in is not for the merchant to mend', () => {
  const summary = { ...summarizeRows([], 0, { calls: 0, retries: 0 }), not_attempted: 2 };
  const stopped = { import: { outcome: 'stopped', reason: 'klikit_credentials_rejected' }, summary } as Report;
  expect(outcomeInWords(stopped).whatNext).toMatch(/^Forward this report to the person who set up the import/);
  expect(outcomeInWords({ ...stopped, language: 'id' }).whatNext).toMatch(/^Teruskan laporan ini/);
});

test.each([
  ['completed', {}, 'Menu Anda sudah ada di klikit. Tidak ada yang perlu Anda lakukan.'],
  ['completed_with_issues', { failed: 1 }, 'tetapi belum semuanya: 1 baris tidak masuk klikit. Perbaiki'],
  [
    'completed_with_issues',
    { failed: 1_200, changed: 1, unknown: 2 },
    '1.200 baris tidak masuk klikit, 1 baris berbeda dari klikit, dan 2 baris belum diketahui sudah masuk atau belum.',
  ],
  ['stopped', { not_attempted: 30 }, 'Impor berhenti sebelum selesai: 30 baris belum dikirim. Unggah lagi file yang sama nanti.'],
  ['refused', {}, 'File ini tidak dapat dipakai. Tidak ada yang dikirim ke klikit. Ikuti petunjuk di bawah, lalu unggah lagi.'],
] as const)('in Indonesian, an import that is %s with %j', (outcome, counts, expected) => {
  expect(words(outcome, counts, 'id')).toContain(expected);
});
