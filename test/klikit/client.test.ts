import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createKlikitClient, type KlikitClientOptions } from '../../functions/menu-import/klikit/client.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';

interface SeenRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** A server that answers by a script, in the order of the requests; the last answer goes on for ever. */
async function scripted(...answers: ((response: ServerResponse) => void)[]) {
  const seen: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const answer = answers[Math.min(seen.length, answers.length - 1)];
      seen.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() });
      answer?.(response);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const json =
  (status: number, body: object, headers: Record<string, string> = {}) =>
  (response: ServerResponse) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
const created = json(201, { request_id: 'req_ok', data: { id: 7 } });
const failed = (status: number, code: string, headers = {}) =>
  json(status, { request_id: `req_${code}`, error: { code, message: 'no' } }, headers);

/** A client whose time is virtual: sleeping moves the clock. */
function clientFor(apiUrl: string, more: Partial<KlikitClientOptions> = {}) {
  let now = Date.parse('2026-11-24T09:00:00Z');
  const slept: number[] = [];
  const client = createKlikitClient({
    apiUrl,
    credentials: new Credentials('partner', 'old-secret'),
    rereadCredentials: () => Promise.resolve(new Credentials('partner', 'old-secret')),
    fetch,
    now: () => new Date(now),
    sleep: (ms) => {
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 1,
    idempotencyKey: (operation) => `key-of-${operation}`,
    requestTimeoutMs: 500,
    maxPauseSeconds: 10,
    maxConcurrency: 4,
    ...more,
  });
  return { client, slept };
}

describe('a create', () => {
  test('is sent with Basic credentials, JSON and a key of its own', async () => {
    const { url, seen } = await scripted(created);
    const { client } = clientFor(`${url}/v1/partner/`);
    expect(await client.createItem('Menu!2', { title: { en: 'Ramen' } })).toEqual({
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
    const { url, seen } = await scripted(failed(500, 'INTERNAL'), failed(502, 'downstream_unavailable'), created);
    const { client, slept } = clientFor(url);
    expect(await client.createItem('Menu!1', { a: 1 })).toMatchObject({
      outcome: 'done',
      attempts: 3,
      requestIds: ['req_INTERNAL', 'req_downstream_unavailable', 'req_ok'],
    });
    expect(new Set(seen.map(({ headers, body }) => `${String(headers['idempotency-key'])} ${body}`)).size).toBe(1);
    expect(slept).toEqual([500, 1_000]);
    expect(client.stats()).toEqual({ calls: 3, retries: 2 });
  });

  test('waits as long as Retry-After says, and everybody else with it', async () => {
    const { url, seen } = await scripted(failed(429, 'rate_limit_exceeded', { 'retry-after': '4' }), created);
    const { client, slept } = clientFor(url, { maxConcurrency: 1 });
    const both = await Promise.all([client.createItem('Menu!1', { a: 1 }), client.createItem('Menu!2', { b: 2 })]);
    expect(both).toMatchObject([{ outcome: 'done' }, { outcome: 'done' }]);
    expect(slept).toEqual([4_000]);
    expect(seen).toHaveLength(3);
  });

  test('is not attempted any more once the pauses are used up; 429 does not count as an attempt before', async () => {
    const { url, seen } = await scripted(failed(429, 'RATE_LIMITED', { 'retry-after': '1' }));
    const { client } = clientFor(url);
    expect(await client.createItem('Menu!1', { a: 1 })).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_rate_limited' });
    expect(seen).toHaveLength(11);
    expect(client.stopped()).toBe('klikit_rate_limited');
    expect(await client.createItem('Menu!2', { b: 2 })).toMatchObject({ outcome: 'not_attempted', attempts: 0 });
    expect(seen).toHaveLength(11);
  });

  test('does not wait longer than the import may, whatever a failing server asks for', async () => {
    const { url, seen } = await scripted(failed(503, 'INTERNAL', { 'retry-after': '3600' }));
    const { client, slept } = clientFor(url);
    expect(await client.createItem('Menu!1', { a: 1 })).toMatchObject({ outcome: 'unknown', reason: 'server_error' });
    expect(slept).toEqual([]);
    expect(seen).toHaveLength(1);
    expect(client.stopped()).toBe('klikit_unreachable');
  });

  test('that is in doubt stays so when the pauses are used up', async () => {
    const { url } = await scripted(failed(500, 'INTERNAL'), failed(429, 'RATE_LIMITED', { 'retry-after': '20' }));
    expect(await clientFor(url).client.createItem('Menu!1', { a: 1 })).toMatchObject({ outcome: 'unknown', reason: 'server_error' });
  });

  test.each([
    ['a redirect', (response: ServerResponse) => void response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()],
    ['a body without an id', json(200, { request_id: 'r', data: {} })],
    ['an id that is none', json(201, { request_id: 'r', data: { id: -3 } })],
    ['a body of more than a megabyte', (response: ServerResponse) => void response.writeHead(200).end('x'.repeat(1_100_000))],
    ['nothing in time', () => undefined],
  ])('that gets %s five times is unknown', async (_, answer) => {
    const { url, seen } = await scripted(answer);
    expect(await clientFor(url, { requestTimeoutMs: 100 }).client.createItem('Menu!1', { a: 1 })).toMatchObject({
      outcome: 'unknown',
      attempts: 5,
    });
    expect(seen).toHaveLength(5);
  });

  test('takes an id that comes as digits, and misses a request id without harm', async () => {
    const { url } = await scripted(json(200, { data: { id: '29653' } }));
    expect(await clientFor(url).client.createItem('Menu!1', { a: 1 })).toEqual({
      outcome: 'done',
      value: { id: 29_653 },
      requestIds: [],
      attempts: 1,
    });
  });

  test('stops everything after three creates in a row that ended in doubt', async () => {
    const { url, seen } = await scripted(failed(500, 'INTERNAL'));
    const { client } = clientFor(url, { maxConcurrency: 1 });
    const outcomes = await Promise.all(Array.from({ length: 10 }, (_, n) => client.createItem('Menu!9', { n })));
    expect(outcomes.map(({ outcome }) => outcome)).toEqual([...Array(3).fill('unknown'), ...Array(7).fill('not_attempted')]);
    expect(seen).toHaveLength(15);
  });
});

describe('credentials', () => {
  test('that were rotated are read once for all calls that wait', async () => {
    let reads = 0;
    const isNew = `Basic ${Buffer.from('partner:new-secret').toString('base64')}`;
    const { url, seen } = await scripted((response) => {
      const accepted = seen.at(-1)?.headers.authorization === isNew;
      (accepted ? created : failed(401, 'auth_invalid_credential'))(response);
    });
    const { client, slept } = clientFor(url, {
      rereadCredentials: () => {
        reads += 1;
        return Promise.resolve(new Credentials('partner', 'new-secret'));
      },
    });
    const outcomes = await Promise.all(Array.from({ length: 4 }, (_, n) => client.createItem('Menu!9', { n })));
    expect(outcomes.every(({ outcome }) => outcome === 'done')).toBe(true);
    expect(reads).toBe(1);
    expect(slept).toEqual([]);
  });

  test('that are rejected for ever stop the import after the pauses', async () => {
    const { url } = await scripted(failed(401, 'MISSING_AUTH'));
    const { client } = clientFor(url);
    expect(await client.createItem('Menu!1', { a: 1 })).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_credentials_rejected' });
  });

  test('show themselves nowhere', () => {
    const credentials = new Credentials('partner', 'secret+key/');
    expect(
      `${String(credentials)} ${JSON.stringify({ credentials })} ${inspect(credentials)} ${inspect({ credentials }, { depth: 9, showHidden: true })}`,
    ).not.toContain('secret');
    const forms = `secret+key/ secret%2Bkey%2F ${Buffer.from('secret+key/').toString('base64')} ${Buffer.from('partner:secret+key/').toString('base64')}`;
    expect(credentials.redact(`quoting ${forms} here`)).toBe('quoting [credentials] [credentials] [credentials] [credentials] here');
  });

  test('are taken out of what klikit says, and so are control characters and what is too long', async () => {
    const message = `bad key old-secret,\u0007 ${Buffer.from('partner:old-secret').toString('base64')}\n${'x'.repeat(400)}`;
    const { url } = await scripted(json(400, { request_id: 'r', error: { code: 'request_invalid', message } }));
    const outcome = await clientFor(url).client.createItem('Menu!1', { a: 1 });
    expect(outcome).toMatchObject({ outcome: 'refused', message: expect.stringMatching(/^bad key \[credentials\], \[credentials\] x+…$/) });
    expect(JSON.stringify(outcome)).not.toContain('old-secret');
  });

  test('only ever go to klikit over https, or to this machine', () => {
    expect(() => clientFor('http://gateway-enterprise.klikit.io')).toThrow('https');
    expect(() => clientFor('https://gateway-enterprise.klikit.io/v2')).toThrow('/v1/partner');
  });
});

describe('the menu tree', () => {
  test('gives its groups whatever its shape', async () => {
    const groups = [{ id: 1, title: { en: 'Size', id: 'Ukuran' } }, { id: 2, title: 'Ice' }, { id: 'x' }, null];
    const tree = {
      request_id: 'r',
      data: { menu: { sections: [{ categories: [{ items: [{ groups }, { modifierGroups: [{ id: 1, title: 'Size' }] }] }] }], more: [[]] } },
    };
    const { url } = await scripted(json(200, tree));
    expect(await clientFor(url).client.readModifierGroups()).toEqual({
      ok: true,
      groups: [
        { id: 1, titles: ['Size', 'Ukuran'] },
        { id: 2, titles: ['Ice'] },
      ],
    });
  });

  test('that has no groups, or is none, is no fault of the import', async () => {
    const empty = await scripted(json(200, { request_id: 'r', data: {} }));
    expect(await clientFor(empty.url).client.readModifierGroups()).toEqual({ ok: true, groups: [] });
    const html = await scripted((response) => void response.writeHead(404).end('<html>'));
    expect(await clientFor(html.url).client.readModifierGroups()).toEqual({ ok: false });
  });
});

test('never more calls are in flight than are allowed', async () => {
  let flying = 0;
  let most = 0;
  const { url } = await scripted((response) => {
    flying += 1;
    most = Math.max(most, flying);
    setTimeout(() => {
      flying -= 1;
      created(response);
    }, 5);
  });
  const { client } = clientFor(url, { maxConcurrency: 3 });
  await Promise.all(Array.from({ length: 20 }, (_, n) => client.createItem('Menu!9', { n })));
  expect(most).toBe(3);
});
