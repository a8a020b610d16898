import { describe, expect, test } from 'vitest';
import { CrashWorld, type StartedProcess } from './crash-world.ts';
import type { Cut } from './cut.ts';
import { type Course, type Delivery, NeverQuiet, runUntilQuiet } from './run-until-quiet.ts';

const once: readonly Delivery[] = [{ event: 'an upload', afterMs: 0 }];

/** A world with a worker in it, and when its slices began: `0s process 0`. */
async function worldOf(cuts: readonly (Cut | undefined)[], work: Course<string>['runSlice'], more: Partial<Course<string>> = {}) {
  const world = await CrashWorld.open({ idempotency: 'honoured', inDoubt: 'resend', cuts, seed: 1 });
  const startedAt = world.clock.now().getTime();
  const secondsPassed = () => Math.floor((world.clock.now().getTime() - startedAt) / 1_000);
  const begun: string[] = [];
  const runSlice: Course<string>['runSlice'] = (event, started, endsAt) => {
    begun.push(`${secondsPassed()}s process ${world.processes.indexOf(started.process)}`);
    return work(event, started, endsAt);
  };
  const course: Course<string> = { runSlice, isWarm: false, recoversAfterMs: 1_000, sliceMs: 60_000, ...more };
  return { world, begun, secondsPassed, rest: (deliveries = once) => world.clock.run(runUntilQuiet(world, deliveries, course)) };
}

/** Writes one object a slice until three are there, with pauses of 10 seconds. */
async function writeOne(_event: unknown, { ports: { results } }: StartedProcess) {
  const written = await results.list('');
  if (written.length === 3) return { kind: 'done' as const, result: written.join() };
  await results.put(`${written.length}`, '', { absent: true });
  return { kind: 'more' as const, pauseSeconds: 10 };
}

describe('an event', () => {
  test('is gone on with after each pause, cold in other processes', async () => {
    const { begun, rest } = await worldOf([], writeOne);
    expect(await rest()).toEqual(['0,1,2']);
    expect(begun).toEqual(['0s process 0', '10s process 1', '20s process 2', '30s process 3']);
  });

  test('is gone on with after each pause, warm in the same process until that dies', async () => {
    const { begun, rest } = await worldOf([{ at: 4, kind: 'applied_no_answer' }], writeOne, { isWarm: true });
    expect(await rest()).toEqual(['0,1,2']);
    expect(begun).toEqual(['0s process 0', '10s process 0', '11s process 1', '21s process 1']);
  });

  test('is delivered again in a second after an error, and when it pleases the service after a death', async () => {
    const cuts: Cut[] = [
      { at: 1, kind: 'answer_lost' },
      { at: 2, kind: 'before' },
    ];
    const { begun, world, rest } = await worldOf(cuts, writeOne, { recoversAfterMs: 3_600_000 });
    expect(await rest()).toEqual(['0,1,2']);
    expect(begun.slice(0, 3)).toEqual(['0s process 0', '1s process 1', '3601s process 2']);
    expect(world.unexplained).toEqual([]);
  });

  test('that fails by itself leaves its error to be seen', async () => {
    let fails = true;
    const { world, rest } = await worldOf([], async (event, started) => {
      if (fails) {
        fails = false;
        throw new TypeError('a slip');
      }
      return writeOne(event, started);
    });
    expect(await rest()).toEqual(['0,1,2']);
    expect(world.unexplained).toEqual([new TypeError('a slip')]);
  });

  test('that is never done ends the run', async () => {
    const { rest } = await worldOf([], () => Promise.resolve({ kind: 'busy', pauseSeconds: 1 }));
    await expect(rest()).rejects.toThrow(NeverQuiet);
    await expect(rest()).rejects.toThrow(/busy/);
  });

  test('can come twice at once, and then two processes are at work', async () => {
    const { begun, rest } = await worldOf([], writeOne);
    expect(await rest([...once, ...once])).toEqual(['0,1,2', '0,1,2']);
    expect(begun.slice(0, 2)).toEqual(['0s process 0', '0s process 1']);
  });
});

describe('a zombie', () => {
  test.each([
    { when: 'when all others have come to rest', wakes: {}, seconds: 11 },
    { when: 'in the midst of others where the cut says so', wakes: { wakesAfterMs: 2_000 }, seconds: 7 },
  ])('goes on $when, and is waited for', async ({ wakes, seconds }) => {
    const cut: Cut = { at: 1, kind: 'stalled_before', ...wakes };
    const { world, secondsPassed, rest } = await worldOf([cut], async (_event, { process, ports: { results, newId } }) => {
      await results.get('a');
      await process.sleep(5_000);
      await results.put(newId(), '');
      return { kind: 'done', result: '' };
    });
    await rest();
    expect(world.results.puts).toHaveLength(2);
    expect(secondsPassed()).toBe(seconds);
  });

  test('that slips when it goes on leaves its error to be seen', async () => {
    const { world, rest } = await worldOf([{ at: 1, kind: 'stalled_before' }], async (_event, { process, ports: { results } }) => {
      await results.get('a');
      if (process === world.processes[0]) throw new TypeError('a slip');
      return { kind: 'done', result: '' };
    });
    await rest();
    expect(world.unexplained).toEqual([new TypeError('a slip')]);
  });
});
