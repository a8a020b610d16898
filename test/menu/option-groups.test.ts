import { describe, expect, test } from 'vitest';
import { entriesOf, fates, menuOf, warningsOf } from '../support/menu-reading.ts';

type Row = (string | number | null)[];

const header: Row = ['Modifier group', 'Title', 'Price'];
const groupsOf = (rows: Row[], more: { merges?: string[]; hiddenRows?: number[] } = {}) =>
  menuOf({ Options: { rows: [header, ...rows], ...more } });
const named = (menu: ReturnType<typeof menuOf>) => entriesOf(menu).map(({ title, link }) => `${title}: ${JSON.stringify(link?.group)}`);

describe('on a sheet of modifier options, a group that is named once', () => {
  test('holds for the rows below it, each with a warning that names the cell', () => {
    const menu = groupsOf([
      ['Size', 'Small', 0],
      [null, 'Large', 5_000],
      [7, 'Mild', 0],
      [null, 'Hot', 0],
    ]);
    expect(named(menu)).toEqual(['Small: {"title":"Size"}', 'Large: {"title":"Size"}', 'Mild: {"id":7}', 'Hot: {"id":7}']);
    expect(warningsOf(menu)).toEqual(['group_taken_from_above@A3', 'group_taken_from_above@A5']);
    expect(menu.rows[1]).toMatchObject({ issues: [{ value: 'Size', message: expect.stringContaining('A2') }] });
    expect(entriesOf(menu)[1]?.link).toMatchObject({ sequence: 2, cell: { address: 'A2', value: 'Size' } });
  });

  test('alone in its row holds for the rows below it', () => {
    const menu = groupsOf([['Size'], [null, 'Small', 0], [null, 'Large', 5_000]]);
    expect(fates(menu)).toEqual(['2 section_title', '3 modifier_option', '4 modifier_option']);
    expect(named(menu)).toEqual(['Small: {"title":"Size"}', 'Large: {"title":"Size"}']);
  });

  test('holds as far as its merge, with a warning that names the range', () => {
    const menu = groupsOf(
      [
        ['Size', 'Small', 0],
        [null, 'Large', 5_000],
        [null, 'Ice', 0],
      ],
      { merges: ['A2:A3'] },
    );
    expect(fates(menu)).toEqual(['2 modifier_option', '3 modifier_option', '4 option_without_group@A4']);
    expect(warningsOf(menu)).toEqual(['merged_value@A3']);
  });

  test.each<[string, Row[], object]>([
    ['a blank row', [[], [null, 'Large', 5_000]], {}],
    [
      'a heading',
      [
        [null, 'ICE', null],
        [null, 'Large', 5_000],
      ],
      {},
    ],
    [
      'a hidden row of another group',
      [
        ['Ice', 'None', 0],
        [null, 'Large', 5_000],
      ],
      { hiddenRows: [3] },
    ],
  ])('ends at %s', (_, rows, more) => {
    expect(fates(groupsOf([['Size', 'Small', 0], ...rows], more)).at(-1)).toBe('4 option_without_group@A4');
  });

  test('does not end at a hidden row of the same group, a note or a repeated header', () => {
    const rows: Row[] = [['Size', 'Small', 0], [null, 'Medium', 1], ['* ask us'], header, [null, 'Large', 5_000]];
    expect(named(groupsOf(rows, { hiddenRows: [3] }))).toEqual(['Small: {"title":"Size"}', 'Large: {"title":"Size"}']);
  });
});

describe('where items and options share a sheet, a blank group', () => {
  const rows: Row[] = [header, ['Size', 'Large', 5_000], [null, 'Ramen', 60_000]];

  test('means an item', () => {
    expect(fates(menuOf({ Menu: rows }))).toEqual(['2 modifier_option', '3 item']);
  });

  test('is none where it is merged with the cell above', () => {
    const menu = menuOf({ Menu: { rows, merges: ['A2:A3'] } });
    expect(fates(menu)).toEqual(['2 modifier_option', '3 modifier_option']);
    expect(warningsOf(menu)).toEqual(['merged_value@A3']);
  });
});
