import { describe, expect, test } from 'vitest';
import { describe as describeIssue } from '../../functions/menu-import/issues/describe.ts';
import { type Issue, issueSchema } from '../../functions/menu-import/issues/issue.ts';
import { issueInLanguage } from '../../functions/menu-import/issues/issue-in-language.ts';
import { makeIssue } from '../../functions/menu-import/issues/make-issue.ts';
import { nameSome } from '../../functions/menu-import/issues/name-some.ts';

const place = { sheet: 'Menu', row: 4, column: 3, value: '12.500' };

/** What comes back from the ledger. */
const kept = (issue: Issue): Issue => issueSchema.parse(JSON.parse(JSON.stringify(issue)));

describe('an issue in Indonesian', () => {
  test('says the same, at the same place, to programs and people', () => {
    const issue = makeIssue({ code: 'price_unreadable' }, { ...place, value: '85k' });
    expect(issueInLanguage(kept(issue), 'id')).toEqual({
      ...issue,
      message: '"85k" di C4 tidak dapat dibaca sebagai harga. Baris seperti ini tidak dikirim ke klikit.',
      fix: 'Tulis angka biasa, misalnya 85000.',
    });
  });

  test('has money as Indonesians write it, and plain numbers to be typed', () => {
    const first = { amount: 12.5, currency: 'USD' };
    const second = { amount: 12_500, currency: 'USD' };
    const issue = makeIssue({ code: 'price_ambiguous', params: { first, second, firstPlain: 12.5, secondPlain: 12_500 } }, place);
    expect(issue.message).toContain('can be read as USD 12.5 or as USD 12,500.');
    const translated = issueInLanguage(kept(issue), 'id');
    expect(translated.message).toContain('dapat dibaca sebagai USD 12,5 atau USD 12.500.');
    expect(translated.fix).toContain('12.5 atau 12500');
  });

  test('has phrases, lists and plurals in Indonesian', () => {
    const rows = [2, 3, 4].map((row) => ({ phrase: 'row_of_sheet', params: { row, sheet: 'Food' } }) as const);
    const params = {
      others: nameSome(rows, 2),
      identity: { phrase: 'share_sku', params: { sku: 'A1' } },
      remedy: { phrase: 'give_skus' },
    } as const;
    const issue = makeIssue({ code: 'duplicate_row', params }, place);
    expect(issue.message).toContain('the same as row 2 of "Food", row 3 of "Food" and 1 more: both have the SKU "A1".');
    expect(issueInLanguage(kept(issue), 'id')).toMatchObject({
      message: expect.stringContaining(
        'sama dengan baris 2 di sheet "Food", baris 3 di sheet "Food", dan 1 lainnya: keduanya memakai SKU "A1".',
      ),
      fix: 'Simpan salah satu saja, atau beri masing-masing SKU sendiri.',
    });
  });

  test('can be said in English again', () => {
    const issue = makeIssue({ code: 'rows_above_header', params: { rows: 1_200 } }, { sheet: 'Menu', row: 1_300 });
    expect(issue.message).toMatch(/^1,200 rows .* in row 1300,/);
    expect(issueInLanguage(issueInLanguage(issue, 'id'), 'en')).toEqual(issue);
  });

  test.each([
    ['whose code is not known here', { ...makeIssue({ code: 'empty_file' }), code: 'of_the_future' }],
    ['of old, which was kept without what it mentions', { code: 'text_too_long', severity: 'error', cell: 'C4', message: 'm', fix: 'f' }],
    [
      'with a phrase that is not known here',
      { code: 'text_expected', severity: 'error', cell: 'C4', message: 'm', fix: 'f', params: { found: { phrase: 'of_the_future' } } },
    ],
    [
      'with such a phrase in a list',
      {
        code: 'no_title_column',
        severity: 'error',
        message: 'm',
        fix: 'f',
        params: { headers: { list: ['"Menu"', { phrase: 'of_the_future' }] } },
      },
    ],
    ['that bears the name of something else', { code: 'toString', severity: 'error', message: 'm', fix: 'f' }],
  ] as [string, Issue][])('stays as it was, where it is one %s', (_, issue) => {
    expect(issueInLanguage(issue, 'id')).toEqual(issue);
  });
});

test('what a finding should have mentioned stays visible in English, and the issue is told all the same', () => {
  expect(makeIssue({ code: 'sku_too_long' }, place).message).toMatch(/^The SKU in \{cell\} has \{length#\} characters/);
});

test.each([
  [0, 1, 'Of 1 row 0 are in klikit now, 1 was not sent.'],
  [1, 4, 'Of 5 rows 1 is in klikit now, 4 were not sent.'],
])('counts are numbers of words: %d there, %d left', (there, left, expected) => {
  const params = { because: { phrase: 'because_klikit_unreachable' }, rows: there + left, there, left, unknown: '' } as const;
  expect(makeIssue({ code: 'stopped_early', params }).message).toContain(expected);
});

test('what has no words in Indonesian is told in English as a whole, its phrases included', () => {
  const params = { cell: 'C4', found: { phrase: 'the_value', params: { value: 'TRUE' } } } as const;
  expect(describeIssue('text_expected', params, 'id')?.message).toContain('C4 seharusnya berisi teks, tetapi berisi nilai TRUE.');
  expect(describeIssue('text_expected', params, 'id', { id: {} })).toEqual(describeIssue('text_expected', params, 'en'));
});
