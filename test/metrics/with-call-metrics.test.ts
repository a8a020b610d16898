import { describe, expect, test } from 'vitest';
import type { HttpFetch } from '../../functions/menu-import/klikit/http-fetch.ts';
import type { MetricValues } from '../../functions/menu-import/metrics/send-metrics.ts';
import { withCallMetrics } from '../../functions/menu-import/metrics/with-call-metrics.ts';
import { runDurably } from '../../functions/menu-import/shell/run-durably.ts';
import { OneExecution } from '../shell/one-execution.ts';

/** A klikit that answers by the path that it is asked for: a status, or not at all. */
const klikit: HttpFetch = async ({ pathname }) => {
  if (pathname === '/lost') throw new TypeError('fetch failed');
  return { status: Number(pathname.slice(1)), headers: new Headers(), body: null };
};

function calling(counting: HttpFetch, path: string) {
  return counting(new URL(path, 'http://klikit.test'), {
    method: 'GET',
    headers: {},
    redirect: 'manual',
    signal: AbortSignal.timeout(1_000),
  });
}

describe('the calls of a slice', () => {
  test.each([
    [[], { KlikitCalls: 0, KlikitThrottled: 0, KlikitCredentialsRefused: 0 }],
    [['/201', '/500', '/404'], { KlikitCalls: 3, KlikitThrottled: 0, KlikitCredentialsRefused: 0 }],
    [['/429', '/429', '/201'], { KlikitCalls: 3, KlikitThrottled: 2, KlikitCredentialsRefused: 0 }],
    [['/401', '/403'], { KlikitCalls: 2, KlikitThrottled: 0, KlikitCredentialsRefused: 2 }],
  ])('that are answered %j are counted, zeros included', async (paths, values) => {
    const sent: MetricValues[] = [];
    const answer = await withCallMetrics(
      klikit,
      (counted) => sent.push(counted),
      async (counting) => {
        for (const path of paths) await calling(counting, path);
        return 'what the slice answers';
      },
    );
    expect([answer, ...sent]).toEqual(['what the slice answers', values]);
  });

  test('are counted where it throws, those without an answer as well, and it throws all the same', async () => {
    const sent: MetricValues[] = [];
    const slice = withCallMetrics(
      klikit,
      (counted) => sent.push(counted),
      async (counting) => {
        await calling(counting, '/401');
        await calling(counting, '/lost');
      },
    );
    await expect(slice).rejects.toThrow('fetch failed');
    expect(sent).toEqual([{ KlikitCalls: 2, KlikitThrottled: 0, KlikitCredentialsRefused: 1 }]);
  });

  test('are sent once in a durable execution, however often it is replayed', async () => {
    const sent: MetricValues[] = [];
    const execution = new OneExecution((context) =>
      runDurably(context, () =>
        withCallMetrics(
          klikit,
          (counted) => sent.push(counted),
          async (counting) => {
            await calling(counting, '/201');
            return sent.length < 2 ? { kind: 'more', pauseSeconds: 0 } : { kind: 'done', result: 'done' };
          },
        ),
      ),
    );
    for (const status of ['PENDING', 'PENDING', 'SUCCEEDED']) expect(await execution.invoke()).toBe(status);
    expect(sent.map(({ KlikitCalls }) => KlikitCalls)).toEqual([1, 1, 1]);
  });
});
