import { setTimeout as realSleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { NothingHappens, OutOfTime, VirtualClock } from './virtual-clock.ts';

const startsAt = new Date('2026-11-24T09:00:00Z');

/** Milliseconds since the clock was made. */
function elapsed(clock: VirtualClock): number {
  return clock.now().getTime() - startsAt.getTime();
}

describe('a virtual clock', () => {
  test('lets a day pass at once, for all who sleep, in the order in which they wake', async () => {
    const clock = new VirtualClock({ startsAt });
    const woken: [string, number][] = [];
    const sleeper = async (name: string, ms: number) => {
      await clock.sleep(ms);
      woken.push([name, elapsed(clock)]);
    };
    await clock.run(Promise.all([sleeper('long', 86_400_000), sleeper('short', 5), sleeper('as short', 5), sleeper('none', 0)]));
    expect(woken).toEqual([
      ['none', 0],
      ['short', 5],
      ['as short', 5],
      ['long', 86_400_000],
    ]);
  });

  test('waits for the bodies of answers, which take turns of the event loop, before time passes', async () => {
    const clock = new VirtualClock({ startsAt });
    const reader = async () => {
      const text = await new Response('x'.repeat(200_000)).clone().text();
      return [text.length, elapsed(clock)];
    };
    expect(await clock.run(Promise.race([reader(), clock.sleep(1)]))).toEqual([200_000, 0]);
  });

  test('stands still while somebody does what takes real time', async () => {
    const clock = new VirtualClock({ startsAt });
    let isBusy = true;
    clock.holdWhile(() => isBusy);
    const compress = async () => {
      await realSleep(20);
      isBusy = false;
      return elapsed(clock);
    };
    expect(await clock.run(Promise.race([compress(), clock.sleep(1)]))).toBe(0);
  });

  test('hands on what the work rejects with', async () => {
    const clock = new VirtualClock();
    const work = async () => {
      await clock.sleep(1);
      throw new RangeError('of the work');
    };
    await expect(clock.run(work())).rejects.toThrow(RangeError);
  });

  test('says that nothing happens where nobody sleeps and the work is not over', async () => {
    const clock = new VirtualClock({ patienceMs: 10 });
    await expect(clock.run(Promise.withResolvers().promise)).rejects.toThrow(NothingHappens);
  });

  test('says that it is out of time where somebody sleeps for ever', async () => {
    const clock = new VirtualClock();
    const work = async () => {
      for (;;) await clock.sleep(1_000);
    };
    await expect(clock.run(work(), 60_000)).rejects.toThrow(OutOfTime);
  });

  test('numbers whatever happens, so that it can be put in order', () => {
    const clock = new VirtualClock();
    expect(clock.stamp()).toBeLessThan(clock.stamp());
  });
});
