import { describe, expect, test } from 'vitest';
import {
  breakOff,
  created,
  failed,
  halfJson,
  hangUp,
  html,
  hugeBody,
  json,
  redirect,
  type ScriptedAnswer,
  scriptedServer,
  silence,
} from '../support/scripted-server.ts';
import { decided, virtualClient } from './virtual-client.ts';

const elsewhere = redirect('http://127.0.0.1:9/');
const tooMany = (retryAfter: string) => failed(429, 'rate_limit_exceeded', { 'retry-after': retryAfter });

async function createAgainst(...script: ScriptedAnswer[]) {
  const { url, seen } = await scriptedServer(...script);
  const { client, slept } = virtualClient(url, { requestTimeoutMs: 150 });
  const outcome = await client.createItem(decided('Menu!2', { title: { en: 'Ramen' } }));
  return { outcome, seen, slept, client };
}

describe('a sure refusal is not repeated, whatever its body:', () => {
  test.each<[string, ScriptedAnswer, object]>([
    ['400', failed(400, 'request_invalid'), { httpStatus: 400, code: 'request_invalid', requestIds: ['req_request_invalid'] }],
    ['400 with a web page', html(400), { httpStatus: 400, code: 'http_400', requestIds: [] }],
    ['400 with half a body', breakOff(400), { httpStatus: 400, code: 'http_400' }],
    ['400 with an endless body', hugeBody(400), { httpStatus: 400, code: 'http_400' }],
    ['400 with an error that is only text', json(400, { request_id: 'r', error: 'no' }), { code: 'http_400', requestIds: ['r'] }],
    [
      '400 with a code that is a number',
      json(400, { request_id: 'r', error: { code: 7, message: 'too dear' } }),
      { code: 'http_400', message: 'too dear', requestIds: ['r'] },
    ],
    ['400 with its request id in a header only', html(400, { 'x-request-id': 'head' }), { requestIds: ['head'] }],
    ['400 with a blank request id', json(400, { request_id: ' ' }, { 'x-request-id': 'head' }), { requestIds: ['head'] }],
    ['404', failed(404, 'resource_not_found'), { httpStatus: 404 }],
    ['409 because of its state', failed(409, 'state_invalid_transition'), { httpStatus: 409, code: 'state_invalid_transition' }],
    [
      '409 with a request id that is a number',
      json(409, { request_id: 5, error: { code: 'state_invalid_transition' } }),
      { requestIds: ['5'] },
    ],
    ['422', failed(422, 'INVALID_TRANSITION'), { httpStatus: 422 }],
    ['418', failed(418, 'teapot'), { httpStatus: 418, code: 'teapot' }],
  ])('%s', async (_, answer, expected) => {
    const { outcome, seen } = await createAgainst(answer);
    expect(outcome).toMatchObject({ outcome: 'refused', attempts: 1, ...expected });
    expect(seen).toHaveLength(1);
  });
});

describe('doubt is ended by a success, with the same key and bytes:', () => {
  test.each<[string, ScriptedAnswer]>([
    ['500', failed(500, 'INTERNAL')],
    ['502', failed(502, 'DOWNSTREAM_UNAVAILABLE')],
    ['503 with a web page', html(503)],
    ['504 with a code of a refusal', failed(504, 'request_invalid')],
    ['200 with a web page', html(200)],
    ['201 without an id', json(201, { request_id: 'r', data: {} })],
    ['200 with an id that is none', json(200, { data: { id: 1.5 } })],
    ['200 with null', json(200, null)],
    ['201 with half a JSON', halfJson(201)],
    ['201 with half a body', breakOff(201)],
    ['200 with an endless body', hugeBody(200)],
    ['a redirect', elsewhere],
    ['a connection that ends', hangUp],
    ['silence', silence],
  ])('%s', async (_, unsure) => {
    const { outcome, seen, slept } = await createAgainst(unsure, created);
    expect(outcome).toMatchObject({ outcome: 'done', value: { id: 7 }, attempts: 2 });
    expect(seen[1]?.body).toBe(seen[0]?.body);
    expect(seen[1]?.headers['idempotency-key']).toBe(seen[0]?.headers['idempotency-key']);
    expect(slept).toEqual([500]);
  });
});

describe('doubt is sticky: nothing but a success ends it, not', () => {
  test.each<[string, ScriptedAnswer, ScriptedAnswer, string]>([
    ['400 after 500', failed(500, 'INTERNAL'), failed(400, 'request_invalid'), 'server_error'],
    ['404 after silence', silence, failed(404, 'resource_not_found'), 'no_answer'],
    ['422 after a connection that ended', hangUp, failed(422, 'INVALID_TRANSITION'), 'no_answer'],
    ['403 after half a JSON', halfJson(201), failed(403, 'auth_revoked'), 'unusable_answer'],
    ['401 for ever after a redirect', elsewhere, failed(401, 'auth_missing'), 'unusable_answer'],
    ['429 for ever after 502', failed(502, 'downstream_unavailable'), tooMany('3'), 'server_error'],
    ['409 of its key after 500', failed(500, 'INTERNAL'), failed(409, 'IDEMPOTENCY_KEY_CONFLICT'), 'idempotency_conflict'],
  ])('%s', async (_, first, then, reason) => {
    const { outcome } = await createAgainst(first, then);
    expect(outcome).toMatchObject({ outcome: 'unknown', reason });
  });

  test('a connection that is refused afterwards', async () => {
    const { url } = await scriptedServer(failed(500, 'INTERNAL'));
    const refused = Object.assign(new Error('refused'), { code: 'ECONNREFUSED', syscall: 'connect' });
    let calls = 0;
    const { client } = virtualClient(url, {
      fetch: (...request) => {
        calls += 1;
        return calls === 1 ? fetch(...request) : Promise.reject(new TypeError('fetch failed', { cause: refused }));
      },
    });
    expect(await client.createItem(decided('Menu!2', {}))).toMatchObject({ outcome: 'unknown', reason: 'server_error' });
  });
});

describe('five answers that leave doubt are enough:', () => {
  test.each<[string, ScriptedAnswer, string]>([
    ['500', failed(500, 'INTERNAL'), 'server_error'],
    ['a redirect', elsewhere, 'unusable_answer'],
    ['a body without an id', json(200, { request_id: 'r', data: {} }), 'unusable_answer'],
    ['an id that is none', json(201, { request_id: 'r', data: { id: -3 } }), 'unusable_answer'],
    ['an endless body', hugeBody(200), 'unusable_answer'],
    ['a connection that ends', hangUp, 'no_answer'],
    ['silence', silence, 'no_answer'],
  ])('%s', async (_, unsure, reason) => {
    const { outcome, seen, slept } = await createAgainst(unsure);
    expect(outcome).toMatchObject({ outcome: 'unknown', reason, attempts: 5 });
    expect(seen).toHaveLength(5);
    expect(slept).toEqual([500, 1_000, 2_000, 4_000]);
  });
});

describe('a conflict of the key is unknown at once:', () => {
  test.each(['state_idempotency_conflict', 'IDEMPOTENCY_KEY_CONFLICT'])('%s', async (code) => {
    const { outcome, seen } = await createAgainst(failed(409, code));
    expect(outcome).toMatchObject({ outcome: 'unknown', reason: 'idempotency_conflict', requestIds: [`req_${code}`] });
    expect(seen).toHaveLength(1);
  });
});

describe('429 pauses for', () => {
  test.each([
    ['seconds', '4', 4_000],
    ['an HTTP date', 'Tue, 24 Nov 2026 09:00:06 GMT', 6_000],
    ['the backoff where it says nothing usable', 'soon', 1_000],
    ['the backoff where it asks for less than nothing', '-5', 1_000],
    ['a moment where it asks for none', '0', 100],
    ['a moment where its date has passed', 'Tue, 24 Nov 2026 08:00:00 GMT', 100],
  ])('%s', async (_, retryAfter, milliseconds) => {
    const { outcome, slept } = await createAgainst(tooMany(retryAfter), created);
    expect(outcome.outcome).toBe('done');
    expect(slept).toEqual([milliseconds]);
  });

  test('nothing at all where it asks for more than the import may wait', async () => {
    const { outcome, seen, slept } = await createAgainst(tooMany('99999999999999999999'));
    expect(outcome).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_rate_limited' });
    expect(seen).toHaveLength(1);
    expect(slept).toEqual([]);
  });

  test('as often as it comes, and uses up none of the five attempts', async () => {
    const { outcome, seen } = await createAgainst(...Array<ScriptedAnswer>(7).fill(tooMany('1')), created);
    expect(outcome.outcome).toBe('done');
    expect(seen).toHaveLength(8);
  });
});

test('403 stops everything at once', async () => {
  const { outcome, seen, client } = await createAgainst(failed(403, 'auth_forbidden'));
  expect(outcome).toMatchObject({ outcome: 'not_attempted', cause: 'klikit_access_forbidden', requestIds: ['req_auth_forbidden'] });
  expect(await client.createItem(decided('Menu!3', {}))).toMatchObject({ outcome: 'not_attempted', attempts: 0 });
  expect(seen).toHaveLength(1);
});

describe('a link', () => {
  const link = async (answer: ScriptedAnswer) =>
    virtualClient((await scriptedServer(answer)).url).client.linkModifiers(
      decided('group 3', {
        modifierGroupID: 3,
        attach: [{ id: 7, sequence: 1 }],
      }),
    );

  test.each([
    ['data', { request_id: 'r', data: { anything: [] } }],
    ['no data', { request_id: 'r' }],
    ['an error that is null', { request_id: 'r', data: null, error: null }],
  ])('is done when a success has %s', async (_, body) => {
    expect(await link(json(200, body))).toMatchObject({ outcome: 'done', value: true, requestIds: ['r'] });
  });

  test.each<[string, ScriptedAnswer]>([
    ['an error', json(200, { request_id: 'r', error: { code: 'INTERNAL', message: 'no' } })],
    ['a list', json(200, [])],
    ['a web page', html(200)],
  ])('is not done when a success has %s', async (_, answer) => {
    expect(await link(answer)).toMatchObject({ outcome: 'unknown', reason: 'unusable_answer' });
  });
});
