import { describe, expect, test } from 'vitest';
import { Pacing } from '../../functions/menu-import/klikit/pacing/pacing.ts';
import { seededRandom } from '../crash/seeded-random.ts';
import { VirtualClock } from '../crash/virtual-clock.ts';
import { decided, virtualClient } from './virtual-client.ts';

type Fail = () => Response;

/** How a klikit fails that may have done what it was asked for. */
const inDoubt: readonly Fail[] = [
  () => Response.json({ request_id: 'req_1', error: { code: 'INTERNAL', message: 'no' } }, { status: 500 }),
  () => new Response('<html>Bad gateway</html>', { status: 502 }),
  () => {
    throw new DOMException('The operation was aborted due to timeout', 'TimeoutError');
  },
];

function broken(code: string, syscall: string): Fail {
  return () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(`${syscall} ${code}`), { code, syscall }) });
  };
}

/** An import of so many rows into a klikit that answers after 100 ms, or fails. Time is virtual; everything of chance follows from the seed. */
async function importRows(rows: number, failure: (random: () => number, nowMs: number) => Fail | undefined, seed = 1) {
  const clock = new VirtualClock();
  const random = seededRandom(seed);
  const callsOfRow = new Map<string, number>();
  const { client } = virtualClient('https://klikit.test', {
    fetch: async (_, request) => {
      const row = String(request?.body);
      callsOfRow.set(row, (callsOfRow.get(row) ?? 0) + 1);
      const fail = failure(random, clock.now().getTime());
      await clock.sleep(50 + random() * 100);
      return fail?.() ?? Response.json({ request_id: 'req_2', data: { id: 7 } }, { status: 201 });
    },
    now: () => clock.now(),
    sleep: (ms) => clock.sleep(ms),
    random,
    pacing: new Pacing(32),
    maxPauseSeconds: 900,
    requestTimeoutMs: 30_000,
  });
  const outcomes = await clock.run(
    Promise.all(Array.from({ length: rows }, (_, row) => client.createItem(decided(`Menu!${row}`, { row })))),
  );
  const count = (outcome: string) => outcomes.filter((found) => found.outcome === outcome).length;
  return {
    done: count('done'),
    unknown: count('unknown'),
    notAttempted: count('not_attempted'),
    calls: client.stats().calls,
    rowsSent: callsOfRow.size,
    mostAttempts: Math.max(...outcomes.map(({ attempts }) => attempts)),
    stopped: client.stopped(),
  };
}

/** So many calls fly before the first answer. */
const few = new Pacing(32).learnt().concurrency;

const oneOf = (share: number) => (random: () => number) => (random() < share ? inDoubt[Math.floor(random() * inDoubt.length)] : undefined);

describe('a klikit that fails by chance', () => {
  test.each([1, 2, 3, 4, 5])('one time in ten costs 1.2 calls a row at most, and every row is done (seed %d)', async (seed) => {
    const { done, calls, mostAttempts } = await importRows(400, oneOf(0.1), seed);
    expect(done).toBe(400);
    expect(calls / 400).toBeLessThanOrEqual(1.2);
    expect(mostAttempts).toBeLessThanOrEqual(5);
  });

  // Three rows that fail five times, and no answer between them, are taken for an outage: one import in ten meets that by chance.
  test.each([1, 2, 3, 4, 5, 6, 7, 8, 9])(
    'every other time leaves each row that was sent done or unknown, after five attempts at most (seed %d)',
    async (seed) => {
      const { done, unknown, notAttempted, rowsSent, calls, mostAttempts, stopped } = await importRows(200, oneOf(0.5), seed);
      expect([done + unknown, notAttempted]).toEqual([rowsSent, 200 - rowsSent]);
      expect(stopped !== undefined).toBe(notAttempted > 0);
      // One in thirty-two fails five times.
      expect(unknown).toBeLessThan(200 / 8);
      expect(calls / rowsSent).toBeLessThanOrEqual(2.2);
      expect(mostAttempts).toBe(5);
    },
  );
});

describe('a klikit that is down from the very start', () => {
  test.each([
    ['answers 502', inDoubt[1]],
    ['lets every call run into its timeout', inDoubt[2]],
    ['closes every connection', broken('ECONNRESET', 'read')],
  ])('and %s is sent the rows that fly at first and four more at most, five times each, and the rest is not attempted', async (_, fail) => {
    const { unknown, notAttempted, calls, rowsSent, mostAttempts, stopped } = await importRows(400, () => fail);
    expect(stopped).toBe('klikit_unreachable');
    expect(rowsSent).toBeLessThanOrEqual(few + 4);
    expect([unknown, notAttempted]).toEqual([rowsSent, 400 - rowsSent]);
    expect(mostAttempts).toBe(5);
    expect(calls).toBeLessThanOrEqual((few + 4) * 5);
  });

  // Fifteen minutes of pauses of half a minute at most; full jitter makes them half as long, and the first are shorter.
  test('and refuses every connection is asked less than once in six seconds, and nothing is in doubt', async () => {
    const { notAttempted, calls, stopped } = await importRows(400, () => broken('ECONNREFUSED', 'connect'));
    expect(stopped).toBe('klikit_unreachable');
    expect(notAttempted).toBe(400);
    expect(calls).toBeLessThan(900 / 6);
  });

  const backAfter = (ms: number, fail: Fail | undefined) => {
    let since: number | undefined;
    return (_: () => number, nowMs: number) => {
      since ??= nowMs;
      return nowMs < since + ms ? fail : undefined;
    };
  };

  test('and back after a minute of refused connections gets every row, and not one of them twice', async () => {
    const { done, calls } = await importRows(400, backAfter(60_000, broken('ECONNREFUSED', 'connect')));
    expect(done).toBe(400);
    expect(calls).toBeLessThan(400 + 30);
  });

  test.each([1, 2, 3, 4, 5])('and back after two seconds of 502 gets every row, because everybody waits (seed %d)', async (seed) => {
    const { done, calls } = await importRows(400, backAfter(2_000, inDoubt[1]), seed);
    expect(done).toBe(400);
    expect(calls).toBeLessThan(400 + 30);
  });
});
