import { expect, test } from 'vitest';
import { fillTemplate, placeholdersOf } from '../../functions/menu-import/words/fill-template.ts';

test.each([
  ['{rows|# row is|# rows are} left', { rows: 1 }, '1 row is left', '1 rows are left'],
  ['{rows|# row|# rows}', { rows: 0 }, '0 rows', '0 rows'],
  ['{rows|# row|# rows}', { rows: 1_200 }, '1,200 rows', '1.200 rows'],
  ['{rows|# baris}', { rows: 1 }, '1 baris', '1 baris'],
  ['Write {price}', { price: 45_000.5 }, 'Write 45000.5', 'Write 45000.5'],
  ['{price#} of {text#}', { price: 45_000.5, text: 'all' }, '45,000.5 of all', '45.000,5 of all'],
  ['{count|There is one|There are #}', { count: 1 }, 'There is one', 'There are 1'],
])('"%s" with %j', (template, values, english, indonesian) => {
  expect(fillTemplate(template, values, 'en')).toBe(english);
  expect(fillTemplate(template, values, 'id')).toBe(indonesian);
});

test('what a value says is no template, and no pattern', () => {
  expect(fillTemplate('{value} in {cell}', { value: '{cell} $& #', cell: '$1' }, 'en')).toBe('{cell} $& # in $1');
  expect(fillTemplate('{count|# $&}', { count: 2 }, 'en')).toBe('2 $&');
});

test('what is missing stays visible, whatever it is called', () => {
  expect(fillTemplate('{cell} and {toString#}', {}, 'en')).toBe('{cell} and {toString#}');
});

test('what a sentence mentions is named once', () => {
  expect(placeholdersOf('{rows|# row|# rows} in {cell}, {seen#}, {cell}')).toEqual(['rows', 'cell', 'seen']);
});
