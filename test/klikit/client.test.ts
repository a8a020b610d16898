import { describe, expect, test } from 'vitest';
import { created, failed, json, scriptedServer } from '../support/scripted-server.ts';
import { decided, virtualClient } from './virtual-client.ts';

describe('a create', () => {
  test('is sent with Basic credentials, JSON and a key of its own', async () => {
    const { url, seen } = await scriptedServer(created);
    const { client } = virtualClient(`${url}/v1/partner/`);
    expect(await client.createItem(decided('Menu!2', { title: { en: 'Ramen' } }))).toEqual({
      outcome: 'done',
      value: { id: 7 },
      requestIds: ['req_ok'],
      attempts: 1,
    });
    expect(seen[0]).toMatchObject({ method: 'POST', url: '/v1/partner/menus/items', body: '{"title":{"en":"Ramen"}}' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Basic ${Buffer.from('partner:old-secret').toString('base64')}`,
      'content-type': 'application/json',
      'idempotency-key': 'key-of-Menu!2',
    });
  });

  test('is repeated with the same key and bytes, after the backoff', async () => {
    const { url, seen } = await scriptedServer(failed(500, 'INTERNAL'), failed(502, 'downstream_unavailable'), created);
    const { client, slept } = virtualClient(url);
    expect(await client.createItem(decided('Menu!1', { a: 1 }))).toMatchObject({
      outcome: 'done',
      attempts: 3,
      requestIds: ['req_INTERNAL', 'req_downstream_unavailable', 'req_ok'],
    });
    expect(new Set(seen.map(({ headers, body }) => `${String(headers['idempotency-key'])} ${body}`)).size).toBe(1);
    expect(slept).toEqual([500, 1_000]);
    expect(client.stats()).toEqual({ calls: 3, retries: 2 });
  });

  test('waits as long as Retry-After says, and everybody else with it', async () => {
    const { url, seen } = await scriptedServer(failed(429, 'rate_limit_exceeded', { 'retry-after': '4' }), created);
    const { client, slept } = virtualClient(url, { maxConcurrency: 1 });
    const both = await Promise.all([client.createItem(decided('Menu!1', { a: 1 })), client.createItem(decided('Menu!2', { b: 2 }))]);
    expect(both).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    expect(slept).toEqual([4_000]);
    expect(seen).toHaveLength(3);
  });

  test('is not attempted any more once the pauses are used up; 429 does not count as an attempt before', async () => {
    const { url, seen } = await scriptedServer(failed(429, 'RATE_LIMITED', { 'retry-after': '1' }));
    const { client } = virtualClient(url);
    expect(await client.createItem(decided('Menu!1', { a: 1 }))).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_rate_limited' });
    expect(seen).toHaveLength(11);
    expect(client.stopped()).toBe('klikit_rate_limited');
    expect(await client.createItem(decided('Menu!2', { b: 2 }))).toMatchObject({ outcome: 'not_attempted', attempts: 0 });
    expect(seen).toHaveLength(11);
  });

  test('does not wait longer than the import may, whatever a failing server asks for', async () => {
    const { url, seen } = await scriptedServer(failed(503, 'INTERNAL', { 'retry-after': '3600' }));
    const { client, slept } = virtualClient(url);
    expect(await client.createItem(decided('Menu!1', { a: 1 }))).toMatchObject({ outcome: 'unknown', reason: 'server_error' });
    expect(slept).toEqual([]);
    expect(seen).toHaveLength(1);
    expect(client.stopped()).toBe('klikit_unreachable');
  });

  test('takes an id that comes as digits, and misses a request id without harm', async () => {
    const { url } = await scriptedServer(json(200, { data: { id: '29653' } }));
    expect(await virtualClient(url).client.createItem(decided('Menu!1', { a: 1 }))).toEqual({
      outcome: 'done',
      value: { id: 29_653 },
      requestIds: [],
      attempts: 1,
    });
  });

  test('stops everything after three creates in a row that ended in doubt', async () => {
    const { url, seen } = await scriptedServer(failed(500, 'INTERNAL'));
    const { client } = virtualClient(url, { maxConcurrency: 1, maxPauseSeconds: 900 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => client.createItem(decided('Menu!9', { n }))));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(3).fill('unknown'), ...Array(7).fill('not_attempted')]);
    expect(seen).toHaveLength(15);
  });
});

test('never more calls are in flight than are allowed', async () => {
  let flying = 0;
  let most = 0;
  const { url } = await scriptedServer((response) => {
    flying += 1;
    most = Math.max(most, flying);
    setTimeout(() => {
      flying -= 1;
      created(response);
    }, 5);
  });
  const { client } = virtualClient(url, { maxConcurrency: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, n) => client.createItem(decided('Menu!9', { n }))));
  expect(most).toBe(3);
});
