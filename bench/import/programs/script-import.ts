import { readRows } from './read-rows.ts';

/** Makes one call, again until it is answered, and answers the body. */
export type Post = (url: string, headers: Record<string, string>, body: object) => Promise<{ data: { id: number } }>;

/** Runs calls, one after the other or some at a time; answers in their order. */
export type RunAll = <T>(calls: (() => Promise<T>)[]) => Promise<T[]>;

/** What a script for one restaurant does: create each row, then put the options into their groups, one call for each. */
export async function scriptImport(klikitUrl: string, merchant: string, file: string, post: Post, runAll: RunAll): Promise<void> {
  const { items, options } = await readRows(file);
  const authorization = `Basic ${Buffer.from(`partner-${merchant}:secret`).toString('base64')}`;
  const headers = { authorization, 'content-type': 'application/json' };
  const create = (body: object) => () => post(`${klikitUrl}/v1/partner/menus/items`, headers, body);
  await runAll(items.map(create));
  const created = await runAll(options.map(({ body }) => create(body)));
  const groups = Map.groupBy(
    options.map(({ group, sequence }, position) => ({ group, sequence, id: created[position]?.data.id })),
    ({ group }) => group,
  );
  const link = (group: number, attach: object[]) => () =>
    post(`${klikitUrl}/v1/partner/menus/modifier-groups/modifiers`, headers, { modifierGroupID: group, attach });
  await runAll(
    [...groups].map(([group, members]) =>
      link(
        group,
        members.map(({ id, sequence }) => ({ id, sequence })),
      ),
    ),
  );
}
