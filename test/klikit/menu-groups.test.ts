import { expect, test } from 'vitest';
import { findModifierGroups } from '../../functions/menu-import/klikit/menu-groups.ts';
import { resolveGroup } from '../../functions/menu-import/klikit/resolve-group.ts';
import { html, json, scriptedServer } from '../support/scripted-server.ts';
import { virtualClient } from './virtual-client.ts';

test.each(['groups', 'modifierGroups', 'modifier_groups'])('groups are found in %s, at any depth', (name) => {
  expect(findModifierGroups({ menu: [{ items: [{ [name]: [{ id: 1, title: 'Size' }] }] }] })).toEqual([{ id: 1, titles: ['Size'] }]);
});

test('a group is one group wherever it stands, with all its titles', () => {
  const tree = {
    items: [
      { groups: [{ id: 1, title: { en: 'Size', id: 'Ukuran' } }] },
      {
        groups: [
          { id: '1', title: ' Size ' },
          { id: 2, title: 'Ice' },
        ],
      },
    ],
  };
  expect(findModifierGroups(tree)).toEqual([
    { id: 1, titles: ['Size', 'Ukuran'] },
    { id: 2, titles: ['Ice'] },
  ]);
});

test.each([
  [
    'an id that is none',
    {
      groups: [
        { id: 'x', title: 'Size' },
        { id: 0, title: 'Size' },
        { id: 2 ** 60, title: 'Size' },
      ],
    },
  ],
  ['no title', { groups: [{ id: 1 }, { id: 2, title: null }, null, 7] }],
  ['no list', { groups: { id: 1, title: 'Size' } }],
  ['nothing', null],
])('a tree with %s has no groups', (_, tree) => {
  expect(findModifierGroups(tree)).toEqual([]);
});

test('a tree that is too deep to be a menu is not followed to its end', () => {
  let tree: object = { groups: [{ id: 1, title: 'Size' }] };
  for (let depth = 0; depth < 20_000; depth += 1) tree = { child: tree };
  expect(findModifierGroups(tree)).toEqual([]);
});

test('a title names the one group that bears it, in any language, however it is encoded', () => {
  const groups = findModifierGroups({
    groups: [
      { id: 1, title: { en: 'Size', fr: 'Caf\u00e9' } },
      { id: 2, title: 'Ice' },
      { id: 3, title: 'Ice' },
    ],
  });
  expect(resolveGroup(' Size', groups)).toEqual({ found: 1 });
  expect(resolveGroup('Cafe\u0301', groups)).toEqual({ found: 1 });
  expect(resolveGroup('Ice', groups)).toEqual({ ambiguous: [2, 3] });
  expect(resolveGroup('size', groups)).toEqual({ existing: ['Size', 'Ice', 'Ice'] });
});

test('the tree is asked for once, without a key and without a body', async () => {
  const { url, seen } = await scriptedServer(json(200, { request_id: 'r', data: { menu: { groups: [{ id: 1, title: 'Size' }] } } }));
  expect(await virtualClient(url).client.readMenuTree()).toEqual({ ok: true, groups: [{ id: 1, titles: ['Size'] }], entries: [] });
  expect(seen).toMatchObject([{ method: 'GET', url: '/v1/partner/menus', body: '' }]);
  expect(seen[0]?.headers['idempotency-key']).toBeUndefined();
});

test('a tree that cannot be read is no fault of the import', async () => {
  const empty = await scriptedServer(json(200, { request_id: 'r', data: {} }));
  expect(await virtualClient(empty.url).client.readMenuTree()).toEqual({ ok: true, groups: [], entries: [] });
  const gone = await scriptedServer(html(404));
  expect(await virtualClient(gone.url).client.readMenuTree()).toEqual({ ok: false, suspended: false });
});
