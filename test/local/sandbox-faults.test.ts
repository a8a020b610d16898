import { describe, expect, test, vi } from 'vitest';
import { sandboxCredentials } from '../../infra/local/sandbox/sandbox-credentials.ts';
import type { Fault } from '../../infra/local/sandbox/sandbox-options.ts';
import { basic, itemsPath, pizza, startSandbox } from './sandbox-fixture.ts';

const { partnerKey, secretKey } = sandboxCredentials;

/** Sends one create with the key `one`. Answers the raw response, or `undefined` where there was none. */
async function createOnce(url: string, signal?: AbortSignal): Promise<{ response: Response; text: string | undefined } | undefined> {
  const headers = { authorization: basic(partnerKey, secretKey), 'idempotency-key': 'one' };
  const options = { method: 'POST', headers, redirect: 'manual' as const, body: JSON.stringify(pizza), ...(signal && { signal }) };
  const response = await fetch(`${url}${itemsPath}`, options).catch(() => undefined);
  return response && { response, text: await response.text().catch(() => undefined) };
}

/** What a fault left: the answer's status and body, and how many entries were made. */
async function meet(fault: Fault) {
  const sandbox = await startSandbox();
  sandbox.inject(fault);
  const met = await createOnce(sandbox.url);
  return { ...sandbox, met, made: sandbox.state().entries.length };
}

describe('a fault', () => {
  test.each<[Fault['kind'], number]>([
    ['drop_before', 0],
    ['drop_after', 1],
  ])('%s ends the connection, with %i entry made', async (kind, expected) => {
    const { met, made, calls } = await meet({ kind });
    expect(met).toBeUndefined();
    expect(made).toBe(expected);
    expect(calls()).toMatchObject([{ status: 0, fault: kind }]);
    expect(calls()[0]?.requestId !== undefined).toBe(kind === 'drop_after');
  });

  test('truncate_after breaks off the answer to what was done', async () => {
    const { met, made, calls } = await meet({ kind: 'truncate_after' });
    expect([met?.response.status, met?.text]).toEqual([201, undefined]);
    expect(made).toBe(1);
    expect(calls()).toMatchObject([{ status: 201, requestId: expect.any(String) }]);
  });

  test.each<[string, Fault, number, string]>([
    ['500 by default', { kind: 'status' }, 500, 'INTERNAL'],
    ['the code of the status', { kind: 'status', status: 502 }, 502, 'downstream_unavailable'],
    ['a code of its own', { kind: 'status', status: 403, code: 'auth_revoked' }, 403, 'auth_revoked'],
  ])('status answers in the envelope, with %s, and nothing is done', async (_, fault, status, code) => {
    const { met, made, calls } = await meet({ ...fault, retryAfter: '7' });
    expect([met?.response.status, met?.response.headers.get('retry-after')]).toEqual([status, '7']);
    expect(JSON.parse(met?.text ?? '')).toMatchObject({ request_id: calls()[0]?.requestId, error: { code } });
    expect(made).toBe(0);
  });

  test.each<[Fault, number, string, number]>([
    [{ kind: 'html' }, 502, '<html>', 0],
    [{ kind: 'html', status: 429 }, 429, '<html>', 0],
    [{ kind: 'empty' }, 200, '', 0],
    [{ kind: 'empty_after' }, 200, '', 1],
    [{ kind: 'redirect' }, 302, '', 0],
    [{ kind: 'html', applied: true }, 502, '<html>', 1],
    [{ kind: 'status', applied: true }, 500, '{"request_id"', 1],
  ])('%o answers %i with "%s", with %i entries made', async (fault, status, text, expected) => {
    const { met, made } = await meet(fault);
    expect(met?.response.status).toBe(status);
    expect(met?.text?.startsWith(text)).toBe(true);
    expect(met?.text === '').toBe(text === '');
    expect(made).toBe(expected);
  });

  test('redirect names another place', async () => {
    const { met } = await meet({ kind: 'redirect', status: 307, location: 'http://127.0.0.1:9/elsewhere' });
    expect([met?.response.status, met?.response.headers.get('location')]).toEqual([307, 'http://127.0.0.1:9/elsewhere']);
  });

  test('slow is done although the caller went away', async () => {
    const { url, inject, state, post } = await startSandbox();
    inject({ kind: 'slow', delayMs: 300 });
    expect(await createOnce(url, AbortSignal.timeout(50))).toBeUndefined();
    await vi.waitFor(() => expect(state().entries).toHaveLength(1), { timeout: 30_000 });
    expect((await post(itemsPath, pizza, { key: 'one' })).body.data).toEqual({ id: state().entries[0]?.id });
  });

  test('does not hold back the end of the sandbox', async () => {
    const { url, inject, state, close } = await startSandbox();
    inject({ kind: 'slow', delayMs: 3_600_000 });
    expect(await createOnce(url, AbortSignal.timeout(50))).toBeUndefined();
    await close();
    expect(state().entries).toEqual([]);
  });

  test('befalls the calls that match, as often as it was asked for, in the order of asking', async () => {
    const { url, inject, get } = await startSandbox();
    inject({
      kind: 'status',
      status: 503,
      times: 2,
      match: ({ method, path, idempotencyKey, body }) =>
        `${method} ${path} ${idempotencyKey}` === `POST ${itemsPath} one` && JSON.stringify(body) === JSON.stringify(pizza),
    });
    inject({ kind: 'status', status: 500 });
    const statuses = [await createOnce(url), await createOnce(url), await createOnce(url), await createOnce(url)].map(
      (met) => met?.response.status,
    );
    expect(statuses).toEqual([503, 503, 500, 201]);
    inject({ kind: 'html', match: ({ path }) => path === itemsPath });
    expect((await get('/v1/partner/menus')).status).toBe(200);
  });

  test('that drops the answer leaves it for the same key', async () => {
    const { met, url, state, calls } = await meet({ kind: 'drop_after' });
    expect(met).toBeUndefined();
    const again = await createOnce(url);
    expect(JSON.parse(again?.text ?? '')).toEqual({ request_id: calls()[0]?.requestId, data: { id: 29_653 } });
    expect(state().entries).toHaveLength(1);
  });
});
