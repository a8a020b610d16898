import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { sandboxCredentials } from '../../infra/local/sandbox/sandbox-credentials.ts';
import { basic, itemsPath, linksPath, pizza, startSandbox } from './sandbox-fixture.ts';

const { partnerKey, secretKey } = sandboxCredentials;

describe('credentials', () => {
  test.each([
    ['none', '', 'auth_missing'],
    ['a bearer token', 'Bearer abc', 'auth_missing'],
    ['no base64', 'Basic ***', 'auth_missing'],
    ['no colon', `Basic ${btoa('partner')}`, 'auth_missing'],
    ['a wrong secret', basic(partnerKey, 'wrong'), 'auth_invalid_credential'],
    ['a partner that nobody knows', basic('toString', secretKey), 'auth_invalid_credential'],
  ])('that are %s are rejected before anything else', async (_, authorization, code) => {
    const { post, get, state } = await startSandbox();
    for (const reply of [await post(itemsPath, pizza, { authorization }), await get('/v1/nowhere', { authorization })]) {
      expect([reply.status, reply.body.error?.code]).toEqual([401, code]);
    }
    expect(state().entries).toEqual([]);
  });

  test('may hold a colon in the secret, and be many', async () => {
    const { get } = await startSandbox({ credentials: { a: 'x:y:z', b: 'ü' } });
    const replies = await Promise.all(
      [basic('a', 'x:y:z'), basic('b', 'ü')].map((authorization) => get('/v1/partner/brands', { authorization })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  test('stop working at once when they are rotated', async () => {
    const { get, rotate } = await startSandbox();
    rotate({ [partnerKey]: 'new' });
    expect((await get('/v1/partner/menus')).status).toBe(401);
    expect((await get('/v1/partner/menus', { authorization: basic(partnerKey, 'new') })).status).toBe(200);
  });
});

describe('errors', () => {
  test('are spoken in the words of the concept pages where it is told to', async () => {
    const { post, get } = await startSandbox({
      errorVocabulary: 'concept',
      rate: { perSecond: 6, window: 'fixed', headers: false, retryAfter: 'none' },
      now: () => new Date(0),
    });
    await post(itemsPath, pizza, { key: 'one' });
    const replies = [
      await get('/v1/partner/menus', { authorization: '' }),
      await get('/v1/partner/menus', { authorization: basic('a', 'b') }),
      await post(itemsPath, {}),
      await post(itemsPath, pizza, { key: undefined }),
      await post(linksPath, { modifierGroupID: 99, attach: [] }),
      await get('/v1/nowhere'),
      await post(itemsPath, {}, { key: 'one' }),
      await get('/v1/partner/menus'),
    ];
    expect(replies.map(({ status, body }) => `${status} ${body.error?.code}`)).toEqual([
      '401 MISSING_AUTH',
      '401 INVALID_CREDENTIALS',
      '400 REQUEST_INVALID',
      '400 REQUEST_INVALID',
      '404 RESOURCE_NOT_FOUND',
      '404 RESOURCE_NOT_FOUND',
      '409 IDEMPOTENCY_KEY_CONFLICT',
      '429 RATE_LIMITED',
    ]);
  });

  test.each([
    ['PATCH', '/v1/partner/menus/items/enable'],
    ['GET', itemsPath],
    ['POST', '/v1/partner/menus/modifier-groups'],
    ['POST', '/v1/partner/menus'],
    ['DELETE', `${itemsPath}/29653`],
    ['GET', '/v1/partner/menus/'],
  ])('are the answer to %s %s, which is not published', async (method, path) => {
    const { send } = await startSandbox();
    const { status, body } = await send(method, path, { key: 'one' });
    expect([status, body.error?.code]).toEqual([404, 'not_found']);
  });
});

describe('reads', () => {
  test('show the groups with their options in the menu tree, under the names of the contract', async () => {
    const { create, post, get } = await startSandbox();
    const [mild, hot, dish] = [await create({ onlyModifier: true, skuID: 'M' }), await create({ onlyModifier: true }), await create()];
    const attach = [
      { id: hot, sequence: 2 },
      { id: mild, sequence: 1 },
    ];
    await post(linksPath, { modifierGroupID: 2105, attach });
    const { status, body } = await get('/v1/partner/menus');
    expect(status).toBe(200);
    const group = {
      id: 2105,
      title: { en: 'Drink size', id: 'Ukuran' },
      modifiers: [{ id: mild, sequence: 1, title: pizza.title, skuID: 'M' }, { id: hot }],
    };
    const item = { groups: [{ id: 2101, title: { en: 'Spice level' }, modifiers: [] }, group] };
    expect(body.data).toMatchObject({ menu: { businessInfo: {}, sections: [{ sequence: 1, categories: [{ items: [item] }] }] } });
    expect(JSON.stringify(body)).not.toContain(`"id":${dish}`);
  });

  test('have the sections and categories of the options, and items without a category only where told to', async () => {
    const sections = [
      { title: 'Food', categories: ['Pizza', 'Pasta'] },
      { title: 'Drinks', categories: ['Hot'] },
    ];
    const { create, get } = await startSandbox({ sections, listsUncategorised: true });
    const id = await create({ skuID: 'A1' });
    const { body } = await get('/v1/partner/menus');
    expect(body.data).toMatchObject({
      menu: {
        sections: [
          { title: { en: 'Food' }, categories: [{ title: { en: 'Pizza' }, items: [{}, { id, skuID: 'A1' }] }, { items: [] }] },
          { title: { en: 'Drinks' }, categories: [{ title: { en: 'Hot' }, items: [] }] },
        ],
      },
    });
  });

  test('of the menu take brand and branch together, or neither', async () => {
    const { get } = await startSandbox();
    const statuses = await Promise.all(
      ['brand_id=11', 'branch_id=21', 'brand_id=11&branch_id=21', 'brand_id=11&branch_id=9'].map((query) =>
        get(`/v1/partner/menus?${query}`),
      ),
    );
    expect(statuses.map(({ status }) => status)).toEqual([400, 400, 200, 404]);
  });

  test('of branches, brands and providers have the shapes of the contract', async () => {
    const { get } = await startSandbox();
    const [branches, brands, providers] = await Promise.all(['branches', 'brands', 'providers'].map((name) => get(`/v1/partner/${name}`)));
    expect(branches?.body.data).toMatchObject({ page: 1, size: 20, total: 1, results: [{ currency_code: 'IDR' }] });
    expect(brands?.body.data).toMatchObject([{ brands: [{ id: 11 }] }]);
    expect(providers?.status).toBe(200);
  });
});

describe('the log', () => {
  test('holds every call with its key, a hash of its body, its status and its request id, and never the credentials', async () => {
    const { post, get, calls } = await startSandbox();
    const created = await post(itemsPath, pizza, { key: 'one' });
    const refused = await get('/v1/partner/menus?brand_id=1');
    const bodySha256 = createHash('sha256').update(JSON.stringify(pizza)).digest('hex');
    expect(calls()).toMatchObject([
      { method: 'POST', path: itemsPath, idempotencyKey: 'one', bodySha256, status: 201, requestId: created.body.request_id },
      { method: 'GET', path: '/v1/partner/menus', status: 400, requestId: refused.body.request_id },
    ]);
    const log = JSON.stringify(calls());
    for (const secret of [secretKey, btoa(`${partnerKey}:${secretKey}`), 'Basic']) expect(log).not.toContain(secret);
  });

  test('has request ids of 32 hexadecimal digits where it is told to', async () => {
    const { get } = await startSandbox({ requestIds: 'hex' });
    expect((await get('/v1/nowhere')).body.request_id).toMatch(/^[0-9a-f]{32}$/);
  });
});
