import { describe, expect, test } from 'vitest';
import type { RateCap } from '../../infra/local/sandbox/sandbox-options.ts';
import { basic, startSandbox } from './sandbox-fixture.ts';

const second = Date.parse('2030-01-01T12:00:00Z');

/** A sandbox whose clock the test moves, in milliseconds after a whole second. */
async function startCapped(cap: Partial<RateCap> = {}, credentials?: Record<string, string>) {
  let elapsedMs = 0;
  const rate: RateCap = { perSecond: 2, window: 'fixed', headers: false, retryAfter: 'seconds', ...cap };
  const sandbox = await startSandbox({ rate, now: () => new Date(second + elapsedMs), ...(credentials && { credentials }) });
  const callAt = (atMs: number, authorization?: string) => {
    elapsedMs = atMs;
    return sandbox.get('/v1/partner/brands', authorization === undefined ? {} : { authorization });
  };
  const statusesAt = async (...times: number[]) => {
    const statuses: number[] = [];
    for (const atMs of times) statuses.push((await callAt(atMs)).status);
    return statuses;
  };
  return { ...sandbox, callAt, statusesAt };
}

describe('a rate cap', () => {
  test('in fixed windows lets everyone in again with the next second', async () => {
    const { statusesAt } = await startCapped({ window: 'fixed' });
    expect(await statusesAt(900, 950, 999, 1_000, 1_001, 1_002)).toEqual([200, 200, 429, 200, 200, 429]);
  });

  test('in a sliding window lets one in when one is a second ago', async () => {
    const { statusesAt } = await startCapped({ window: 'sliding' });
    expect(await statusesAt(900, 950, 999, 1_899, 1_900, 1_949, 1_950)).toEqual([200, 200, 429, 429, 200, 429, 200]);
  });

  test('does not count what it refused', async () => {
    const { statusesAt } = await startCapped({ window: 'sliding', perSecond: 1 });
    expect(await statusesAt(0, 400, 800, 1_000)).toEqual([200, 429, 429, 200]);
  });

  test('answers with the envelope and says when to come back, in whole seconds that are enough', async () => {
    const { callAt, statusesAt } = await startCapped({ window: 'sliding', perSecond: 1 });
    await callAt(600);
    const { status, headers, body } = await callAt(700);
    expect([status, body.error?.code, headers.get('retry-after')]).toEqual([429, 'rate_limit_exceeded', '1']);
    expect(await statusesAt(1_700)).toEqual([200]);
  });

  test('may say so with a date, which is not too early', async () => {
    const { callAt, statusesAt } = await startCapped({ window: 'sliding', perSecond: 1, retryAfter: 'date' });
    await callAt(600);
    const date = (await callAt(700)).headers.get('retry-after') ?? '';
    expect(date).toBe('Tue, 01 Jan 2030 12:00:02 GMT');
    expect(await statusesAt(Date.parse(date) - second)).toEqual([200]);
  });

  test('may say nothing', async () => {
    const { callAt } = await startCapped({ perSecond: 0, retryAfter: 'none' });
    const { status, headers } = await callAt(0);
    expect([status, headers.get('retry-after'), headers.get('x-ratelimit-limit')]).toEqual([429, null, null]);
  });

  test('counts down in X-RateLimit headers', async () => {
    const { callAt } = await startCapped({ headers: true });
    const replies = [await callAt(100), await callAt(200), await callAt(300)];
    const names = ['x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
    const reset = String(second / 1_000 + 1);
    expect(replies.map(({ headers }) => names.map((name) => headers.get(name)))).toEqual([
      ['2', '1', reset],
      ['2', '0', reset],
      ['2', '0', reset],
    ]);
  });

  test('is for each credential, and a rejected one does not use it up', async () => {
    const { callAt } = await startCapped({ perSecond: 1 }, { a: 'x', b: 'y' });
    const callers = [basic('a', 'wrong'), basic('a', 'x'), basic('a', 'x'), basic('b', 'y')];
    const statuses: number[] = [];
    for (const authorization of callers) statuses.push((await callAt(0, authorization)).status);
    expect(statuses).toEqual([401, 200, 429, 200]);
  });
});
