import { describe, expect, test } from 'vitest';
import { basic, itemsPath, linksPath, pizza, startSandbox } from './sandbox-fixture.ts';

const noon = Date.parse('2030-01-01T12:00:00Z');
const hourMs = 3_600_000;

describe('an Idempotency-Key', () => {
  test.each([itemsPath, linksPath])('must be there for POST %s', async (path) => {
    const { post, state } = await startSandbox();
    for (const key of [undefined, '']) {
      const { status, body } = await post(path, pizza, { key });
      expect([status, body.error?.code]).toEqual([400, 'request_missing_idempotency_key']);
    }
    expect(state().entries).toEqual([]);
  });

  test('has at most 64 characters', async () => {
    const { post } = await startSandbox();
    expect((await post(itemsPath, pizza, { key: 'k'.repeat(64) })).status).toBe(201);
    const { status, body } = await post(itemsPath, pizza, { key: 'k'.repeat(65) });
    expect([status, body.error?.code]).toEqual([400, 'request_invalid']);
  });

  test('with the same body gets the first answer to the letter, and makes nothing', async () => {
    const { post, state } = await startSandbox();
    const first = await post(itemsPath, pizza, { key: 'one' });
    await post(itemsPath, pizza, { key: 'two' });
    const again = await post(itemsPath, pizza, { key: 'one' });
    expect([again.status, again.body]).toEqual([first.status, first.body]);
    expect(state().entries).toHaveLength(2);
  });

  test('gets a first answer that was a refusal again as well', async () => {
    const { post } = await startSandbox();
    const first = await post(itemsPath, { ...pizza, vat: -1 }, { key: 'one' });
    expect((await post(itemsPath, { ...pizza, vat: -1 }, { key: 'one' })).body).toEqual(first.body);
  });

  test('with another body, if only by a space, or another path is a conflict', async () => {
    const { post, state } = await startSandbox();
    await post(itemsPath, pizza, { key: 'one' });
    const others = await Promise.all([
      post(itemsPath, { ...pizza, vat: 1 }, { key: 'one' }),
      post(itemsPath, `${JSON.stringify(pizza)} `, { key: 'one' }),
      post(linksPath, pizza, { key: 'one' }),
    ]);
    for (const { status, body } of others) expect([status, body.error?.code]).toEqual([409, 'state_idempotency_conflict']);
    expect(state().entries).toHaveLength(1);
  });

  test('that many calls race with makes one entry, and all of them get its id', async () => {
    const { post, state } = await startSandbox({ latencyMs: 20 });
    const replies = await Promise.all(Array.from({ length: 24 }, () => post(itemsPath, pizza, { key: 'one' })));
    expect(new Set(replies.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(state().entries).toHaveLength(1);
  });

  test('belongs to its credential', async () => {
    const { post, state } = await startSandbox({ credentials: { a: 'x', b: 'y' } });
    await post(itemsPath, pizza, { key: 'one', authorization: basic('a', 'x') });
    const { status } = await post(itemsPath, { ...pizza, vat: 1 }, { key: 'one', authorization: basic('b', 'y') });
    expect(status).toBe(201);
    expect(state().entries).toHaveLength(2);
  });

  test('is remembered for 24 hours', async () => {
    let now = noon;
    const { post, state } = await startSandbox({ now: () => new Date(now) });
    await post(itemsPath, pizza, { key: 'one' });
    now += 24 * hourMs - 1;
    await post(itemsPath, pizza, { key: 'one' });
    expect(state().entries).toHaveLength(1);
    now += 1;
    expect((await post(itemsPath, { ...pizza, vat: 1 }, { key: 'one' })).status).toBe(201);
    expect(state().entries).toHaveLength(2);
  });

  test('is forgotten when it is told to be', async () => {
    let now = noon;
    const { post, state } = await startSandbox({ now: () => new Date(now), idempotency: { forgetAfterMs: 5_000 } });
    for (const elapsedMs of [0, 4_999, 1]) {
      now += elapsedMs;
      await post(itemsPath, pizza, { key: 'one' });
    }
    expect(state().entries).toHaveLength(2);
  });

  test('may be ignored, but must still be sent', async () => {
    const { post, state } = await startSandbox({ idempotency: 'ignored' });
    await post(itemsPath, pizza, { key: 'one' });
    await post(itemsPath, pizza, { key: 'one' });
    expect(state().entries).toHaveLength(2);
    expect((await post(itemsPath, pizza, { key: undefined })).status).toBe(400);
  });
});
