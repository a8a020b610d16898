import { describe, expect, test } from 'vitest';
import { linksPath, startSandbox } from './sandbox-fixture.ts';

const option = { onlyModifier: true };

describe('POST modifiers of a group', () => {
  test('attaches many options to a group with one call', async () => {
    const { create, post, state } = await startSandbox();
    const [mild, hot] = [await create(option), await create(option)];
    const attach = [
      { id: hot, sequence: 2 },
      { id: mild, sequence: 1 },
    ];
    const { status, body } = await post(linksPath, { modifierGroupID: 2101, attach });
    expect([status, body]).toEqual([200, { request_id: expect.any(String), data: expect.anything() }]);
    expect(state().groups).toMatchObject([
      { id: 2101, options: attach },
      { id: 2105, options: [] },
    ]);
  });

  test('adds to what the group holds, and moves what it holds already', async () => {
    const { create, post, state } = await startSandbox();
    const [first, second] = [await create(option), await create(option)];
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: first, sequence: 1 }] });
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: second, sequence: 2 }] });
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: first, sequence: 3 }] });
    expect(state().groups[0]?.options).toEqual([
      { id: second, sequence: 2 },
      { id: first, sequence: 3 },
    ]);
  });

  test('replaces what the group holds where it is told to', async () => {
    const { create, post, state } = await startSandbox({ attachReplaces: true });
    const [first, second] = [await create(option), await create(option)];
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: first, sequence: 1 }] });
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: second, sequence: 2 }] });
    expect(state().groups[0]?.options).toEqual([{ id: second, sequence: 2 }]);
  });

  test('takes away what deleteModifierIDs names', async () => {
    const { create, post, state } = await startSandbox();
    const [first, second] = [await create(option), await create(option)];
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: first, sequence: 1 }] });
    await post(linksPath, { modifierGroupID: 2101, attach: [{ id: second, sequence: 2 }], deleteModifierIDs: [first] });
    expect(state().groups[0]?.options).toEqual([{ id: second, sequence: 2 }]);
  });

  test('does not know a group or an option that does not exist, and then links nothing', async () => {
    const { create, post, state } = await startSandbox();
    const id = await create(option);
    const strangers = await Promise.all([
      post(linksPath, { modifierGroupID: 99, attach: [{ id, sequence: 1 }] }),
      post(linksPath, {
        modifierGroupID: 2101,
        attach: [
          { id, sequence: 1 },
          { id: 1, sequence: 2 },
        ],
      }),
    ]);
    expect(strangers.map(({ status, body }) => [status, body.error?.code])).toEqual([
      [404, 'resource_not_found'],
      [404, 'resource_not_found'],
    ]);
    expect(state().groups.flatMap(({ options }) => options)).toEqual([]);
  });

  test.each<[string, (option: number, item: number) => object]>([
    ['an item', (_, item) => ({ modifierGroupID: 2101, attach: [{ id: item, sequence: 1 }] })],
    ['a group id as text', () => ({ modifierGroupID: '2101', attach: [] })],
    ['half a group id', () => ({ modifierGroupID: 2101.5, attach: [] })],
    ['no attach', () => ({ modifierGroupID: 2101 })],
    ['an option without a sequence', (id) => ({ modifierGroupID: 2101, attach: [{ id }] })],
    ['an option as text', (id) => ({ modifierGroupID: 2101, attach: [{ id: String(id), sequence: 1 }] })],
    ['half a sequence', (id) => ({ modifierGroupID: 2101, attach: [{ id, sequence: 1.5 }] })],
    ['a misspelt field', (id) => ({ modifierGroupId: 2101, modifierGroupID: 2101, attach: [{ id, sequence: 1 }] })],
    ['a misspelt field of an option', (id) => ({ modifierGroupID: 2101, attach: [{ id, sequence: 1, order: 1 }] })],
    [
      'an option twice',
      (id) => ({
        modifierGroupID: 2101,
        attach: [
          { id, sequence: 1 },
          { id, sequence: 2 },
        ],
      }),
    ],
    ['an id to delete as text', (id) => ({ modifierGroupID: 2101, attach: [], deleteModifierIDs: [String(id)] })],
  ])('refuses %s', async (_, body) => {
    const { create, post, state } = await startSandbox();
    const reply = await post(linksPath, body(await create(option), await create()));
    expect([reply.status, reply.body.error?.code]).toEqual([400, 'request_invalid']);
    expect(state().groups[0]?.options).toEqual([]);
  });
});
