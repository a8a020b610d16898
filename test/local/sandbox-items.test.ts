import { describe, expect, test } from 'vitest';
import { itemsPath, pizza, startSandbox } from './sandbox-fixture.ts';

describe('POST items', () => {
  test('creates what it is sent, and answers with an id in the envelope', async () => {
    const { post, state } = await startSandbox();
    const { status, body } = await post(itemsPath, { ...pizza, skuID: '00042', preparationTime: 15, onlyModifier: true });
    expect(status).toBe(201);
    expect(body).toEqual({ request_id: expect.stringMatching(/^req_[0-9a-f-]{36}$/), data: { id: 29_653 } });
    expect(state().entries).toEqual([{ ...pizza, id: 29_653, sku: '00042', preparationMinutes: 15, onlyModifier: true }]);
  });

  test('makes a second entry of a second call, whatever the SKU', async () => {
    const { create } = await startSandbox();
    const fields = { skuID: 'A1' };
    expect([await create(fields), await create(fields)]).toEqual([29_653, 29_654]);
  });

  test('answers 200 where it is told to', async () => {
    const { post } = await startSandbox({ createStatus: 200 });
    expect((await post(itemsPath, pizza)).status).toBe(200);
  });

  test('reads the two names that are not published under the names of the options', async () => {
    const { post, state } = await startSandbox({ skuField: 'sku', preparationField: 'prepMinutes' });
    expect((await post(itemsPath, { ...pizza, sku: 'A1', prepMinutes: 3 })).status).toBe(201);
    expect(state().entries).toMatchObject([{ sku: 'A1', preparationMinutes: 3 }]);
    expect((await post(itemsPath, { ...pizza, skuID: 'A1' })).status).toBe(400);
  });

  const price = { price: 1, takeAwayPrice: 1 };
  test.each<[string, object, string]>([
    ['no title', { title: undefined }, 'title'],
    ['a title without a language', { title: {} }, 'title'],
    ['an empty title', { title: { en: ' ' } }, 'title.en'],
    ['a title in no language', { title: { english: 'Pizza' } }, 'title.english'],
    ['a title that is text', { title: 'Pizza' }, 'title'],
    ['an empty description', { description: { en: '' } }, 'description.en'],
    ['no VAT', { vat: undefined }, 'vat'],
    ['a negative VAT', { vat: -1 }, 'vat'],
    ['VAT as text', { vat: '11' }, 'vat'],
    ['no visibilities', { visibilities: undefined }, 'visibilities'],
    ['a visibility that is no boolean', { visibilities: { '1': 'yes' } }, 'visibilities.1'],
    ['a visibility of no provider', { visibilities: { klikit: true } }, 'visibilities.klikit'],
    ['no prices', { prices: undefined }, 'prices'],
    ["prices without klikit's own", { prices: { '6': { IDR: price } } }, 'prices'],
    ['a provider without a price', { prices: { '1': {} } }, 'prices.1'],
    ['a currency that is none', { prices: { '1': { Rp: price } } }, 'prices.1.Rp'],
    ['a price as text', { prices: { '1': { IDR: { ...price, price: '1' } } } }, 'prices.1.IDR.price'],
    ['a price without take-away', { prices: { '1': { IDR: { price: 1 } } } }, 'prices.1.IDR.takeAwayPrice'],
    ['an unknown field of a price', { prices: { '1': { IDR: { ...price, takeawayPrice: 1 } } } }, 'prices.1.IDR.takeawayPrice'],
    ['a SKU of 51 characters', { skuID: 'x'.repeat(51) }, 'skuID'],
    ['a SKU that is a number', { skuID: 42 }, 'skuID'],
    ['preparation as text', { preparationTime: '15' }, 'preparationTime'],
    ['onlyModifier as text', { onlyModifier: 'true' }, 'onlyModifier'],
    ['isEnabled as a number', { isEnabled: 1 }, 'isEnabled'],
    ['fromAPI that is null', { fromAPI: null }, 'fromAPI'],
    ['a misspelt field', { enabled: true }, 'enabled'],
    ['an id', { id: 5 }, 'id'],
  ])('refuses %s, and names the field', async (_, fields, field) => {
    const { post, state } = await startSandbox();
    const { status, body } = await post(itemsPath, { ...pizza, ...fields });
    expect([status, body.error?.code]).toEqual([400, 'request_invalid']);
    expect(body.error?.details?.map((detail) => detail.field)).toEqual([field]);
    expect(state().entries).toEqual([]);
  });

  test.each([
    ['no JSON', '{"title":'],
    ['a list', '[]'],
    ['nothing', ''],
    ['more than a megabyte', JSON.stringify({ ...pizza, description: { en: 'x'.repeat(1_000_000) } })],
  ])('refuses a body that is %s', async (_, body) => {
    const { post } = await startSandbox();
    const reply = await post(itemsPath, body);
    expect([reply.status, reply.body.error?.code]).toEqual([400, 'request_invalid']);
  });

  test('takes a SKU of 50 characters, prices of many providers and currencies, and decimals', async () => {
    const { post } = await startSandbox();
    const prices = { '1': { IDR: price, USD: { price: 4.5, takeAwayPrice: 4.75 } }, '6': { IDR: price } };
    expect((await post(itemsPath, { ...pizza, skuID: 'x'.repeat(50), prices, vat: 0.5, visibilities: {} })).status).toBe(201);
  });

  test('leaves out what it does not know where it is not strict', async () => {
    const { post, state } = await startSandbox({ strict: false });
    const prices = { '1': { IDR: { ...price, takeawayPrice: 1 } } };
    expect((await post(itemsPath, { ...pizza, prices, enabled: true })).status).toBe(201);
    expect(state().entries).toEqual([{ ...pizza, id: 29_653, prices: { '1': { IDR: price } } }]);
  });
});
