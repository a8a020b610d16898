import { describe, expect, test } from 'vitest';
import { runHere } from '../../functions/menu-import/shell/run-here.ts';
import type { Slice } from '../../functions/menu-import/slice.ts';

/** Runs a script of slices, each of which takes a second, on a clock that only sleep and work move. */
async function run(script: Slice<string>[], sliceMs?: number) {
  let nowMs = Date.parse('2026-11-24T09:00:00Z');
  const sleptMs: number[] = [];
  const sliceLengthsMs: number[] = [];
  const result = await runHere(
    async (endsAt) => {
      sliceLengthsMs.push(endsAt.getTime() - nowMs);
      nowMs += 1_000;
      const slice = script.shift();
      if (slice === undefined) throw new Error('a slice after the last one');
      return slice;
    },
    {
      now: () => new Date(nowMs),
      sleep: async (ms) => {
        sleptMs.push(ms);
        nowMs += ms;
      },
      ...(sliceMs === undefined ? {} : { sliceMs }),
    },
  );
  return { result, sleptMs, sliceLengthsMs };
}

describe('the shell on this machine', () => {
  test('answers what the last slice came to', async () => {
    expect(await run([{ kind: 'done', result: 'imported' }])).toMatchObject({ result: 'imported', sleptMs: [] });
  });

  test('pauses as each slice asks, and the longer the more often somebody was at work in a row', async () => {
    const busy = { kind: 'busy', pauseSeconds: 60 } as const;
    const { result, sleptMs } = await run([
      { kind: 'more', pauseSeconds: 0 },
      busy,
      busy,
      busy,
      { kind: 'more', pauseSeconds: 2.5 },
      busy,
      { kind: 'done', result: 'imported' },
    ]);
    expect(result).toBe('imported');
    expect(sleptMs).toEqual([0, 1_000, 2_000, 4_000, 2_500, 1_000]);
  });

  test('asks soon again where another import has the turn: the queue moves on', async () => {
    const behind = (id: string) => ({ kind: 'busy', pauseSeconds: 60, behind: id }) as const;
    const { sleptMs } = await run([behind('a'), behind('a'), behind('a'), behind('b'), behind('b'), { kind: 'done', result: '' }]);
    expect(sleptMs).toEqual([1_000, 2_000, 4_000, 1_000, 2_000]);
  });

  test('gives every slice its whole time, counted from its own beginning', async () => {
    const more = { kind: 'more', pauseSeconds: 30 } as const;
    const script = () => [more, more, { kind: 'done', result: '' } as const];
    expect((await run(script(), 5_000)).sliceLengthsMs).toEqual([5_000, 5_000, 5_000]);
    expect((await run(script())).sliceLengthsMs).toEqual([780_000, 780_000, 780_000]);
  });

  test('ends with what a slice throws', async () => {
    const failing = runHere(() => Promise.reject(new Error('S3 is down')), { now: () => new Date(), sleep: () => Promise.resolve() });
    await expect(failing).rejects.toThrow('S3 is down');
  });
});
