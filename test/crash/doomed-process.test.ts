import { describe, expect, test } from 'vitest';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { mayHaveBeenSent } from '../../functions/menu-import/klikit/may-have-been-sent.ts';
import type { Slice } from '../../functions/menu-import/slice.ts';
import type { Cut, CutKind } from './cut.ts';
import { doomedPorts } from './doomed-ports.ts';
import { DoomedProcess } from './doomed-process.ts';
import { MemoryBucket } from './memory-bucket.ts';
import { runSlice } from './run-slice.ts';
import { VirtualClock } from './virtual-clock.ts';

/** A process with one cut, between a bucket and a klikit that only says yes. */
function doomed(cut?: Cut) {
  const clock = new VirtualClock({ patienceMs: 20 });
  const bucket = new MemoryBucket(clock);
  const process = new DoomedProcess(clock, 7, cut);
  const posts: string[] = [];
  const fetch = (url: unknown) => {
    posts.push(String(url));
    return Promise.resolve(new Response('{"request_id":"r","data":{"id":1}}', { status: 201 }));
  };
  const readCredentials = () => Promise.resolve(new Credentials('partner', 'secret'));
  const ports = doomedPorts(process, { uploads: bucket, results: bucket, readCredentials, fetch }, 1_000);
  const run = async (work: () => Promise<void>) => {
    const slice = async (): Promise<Slice<string>> => {
      await work();
      return { kind: 'done', result: '' };
    };
    return clock.run(runSlice(process, slice));
  };
  return { clock, bucket, process, ports, posts, run };
}

/** What a promise came to, in a word. */
async function word(promise: Promise<unknown>): Promise<string> {
  return promise.then(String, (error: Error) => error.name);
}

describe('a cut at the first of two writes:', () => {
  test.each<[kind: CutKind, end: string, there: string[], heard: string[]]>([
    ['before', 'died', [], []],
    ['applied_no_answer', 'died', ['first'], []],
    ['answered_then_killed', 'died', ['first'], ['written']],
    ['request_lost', 'returned', ['second'], ['TimeoutError', 'written']],
    ['answer_lost', 'returned', ['first', 'second'], ['TimeoutError', 'written']],
    ['truncated_answer', 'returned', ['first', 'second'], ['TimeoutError', 'written']],
    ['answer_lost_as_conflict', 'returned', ['first', 'second'], ['conflict', 'written']],
    ['stalled_before', 'froze', [], []],
    ['stalled_after', 'froze', ['first'], []],
  ])('%s', async (kind, end, there, heard) => {
    const { bucket, process, ports, run, clock } = doomed({ at: 1, kind });
    const said: string[] = [];
    const ended = await run(async () => {
      for (const key of ['first', 'second']) said.push(await word(ports.results.put(key, '', { absent: true })));
    });
    // Time goes on for everybody else.
    await clock.run(clock.sleep(60_000));
    expect(ended.kind).toBe(end);
    expect(said).toEqual(heard);
    expect(await bucket.list('')).toEqual(there);

    if (ended.kind !== 'froze') return;
    process.life.wake();
    expect(await clock.run(ended.later)).toMatchObject({ kind: 'returned' });
    expect(said).toEqual(['written', 'written']);
    expect(await bucket.list('')).toEqual(['first', 'second']);
  });
});

describe('a cut at a call of klikit:', () => {
  test.each<[kind: CutKind, arrived: number]>([
    ['request_lost', 0],
    ['answer_lost', 1],
    ['timed_out', 1],
  ])('%s looks like a call that may have been sent', async (kind, arrived) => {
    const { ports, posts, run, clock } = doomed({ at: 1, kind });
    const startedAt = clock.now().getTime();
    let error: unknown;
    await run(async () => {
      error = await ports.fetch('https://klikit.test/v1/partner/menus/items', { method: 'POST' }).catch((thrown: unknown) => thrown);
    });
    expect(posts).toHaveLength(arrived);
    expect(mayHaveBeenSent(error)).toBe(true);
    expect(clock.now().getTime() - startedAt >= 1_000).toBe(kind === 'timed_out');
  });

  test('truncated_answer ends in the middle of the body', async () => {
    const { ports, run } = doomed({ at: 1, kind: 'truncated_answer' });
    const seen: string[] = [];
    const ended = await run(async () => {
      const { status, body } = await ports.fetch('https://klikit.test/v1/partner/menus');
      seen.push(String(status));
      for await (const chunk of body ?? []) seen.push(new TextDecoder().decode(chunk));
    });
    expect(ended).toMatchObject({ kind: 'threw', error: { message: 'terminated' } });
    expect(seen).toEqual(['201', '{"request_id":"r"']);
  });
});

describe('a process that has died', () => {
  test('sends nothing of what the same turn still wanted', async () => {
    const { ports, bucket, run, clock } = doomed({ at: 2, kind: 'before' });
    await run(async () => {
      await Promise.all(['a', 'b', 'c'].map((key) => ports.results.put(key, '')));
    });
    await clock.run(clock.sleep(1_000));
    // What was on its way may have arrived.
    expect(['', 'a']).toContain((await bucket.list('')).join());
  });

  test('ends at whatever it does next, in any of its branches', async () => {
    const { ports, bucket, process, run } = doomed({ at: 1, kind: 'answered_then_killed' });
    const ended = await run(async () => {
      await ports.results.put('a', '');
      await Promise.race([process.sleep(1), ports.results.put('b', '')]);
    });
    expect(ended.kind).toBe('died');
    expect(await bucket.list('')).toEqual(['a']);
  });

  test('takes its result with it where it had nothing more to do', async () => {
    const { ports, bucket, run } = doomed({ at: 1, kind: 'answered_then_killed' });
    const ended = await run(async () => {
      await ports.results.put('a', '');
    });
    expect(ended.kind).toBe('died');
    expect(await bucket.list('')).toEqual(['a']);
  });

  test('never wakes from its sleep', async () => {
    const { ports, process, run, clock } = doomed({ at: 1, kind: 'before' });
    const said: string[] = [];
    await run(async () => {
      await Promise.all([process.sleep(500).then(() => said.push('awake')), ports.results.get('a')]);
    });
    await clock.run(clock.sleep(1_000));
    expect(said).toEqual([]);
  });

  test('is a fault of the world where it calls later on', async () => {
    const { ports, bucket, process, run, clock } = doomed({ at: 1, kind: 'before' });
    const later: Promise<string>[] = [];
    await run(async () => {
      // What no process can do: it waits for something that is not one of its ports.
      later.push(clock.sleep(1_000).then(() => word(ports.results.put('from the dead', ''))));
      await ports.results.get('a');
    });
    expect(await clock.run(Promise.all(later))).toEqual(['Error']);
    expect(process.faults).toEqual(['put from the dead, by a process that was dead']);
    expect(await bucket.list('')).toEqual([]);
  });
});

describe('a process that stands still', () => {
  test('does so in all of its branches, and wakes by itself where the cut says when', async () => {
    const { ports, process, run, clock } = doomed({ at: 1, kind: 'stalled_after', wakesAfterMs: 60_000 });
    const startedAt = clock.now().getTime();
    const seconds: number[] = [];
    const note = () => seconds.push(Math.floor((clock.now().getTime() - startedAt) / 1_000));
    const ended = await run(async () => {
      await Promise.all([ports.results.put('a', '').then(note), ports.results.put('b', '').then(note), process.sleep(1_000).then(note)]);
    });
    if (ended.kind !== 'froze') throw new Error(`it ${ended.kind}`);
    await clock.run(ended.later);
    expect(seconds).toEqual([60, 60, 60]);
  });
});

describe('a process', () => {
  test('numbers what it does, and says what could befall it', async () => {
    const { ports, process, run } = doomed();
    await run(async () => {
      await ports.uploads.get('menu.xlsx', 'version-1');
      await ports.results.list('ledger/demo/');
      await ports.results.put('ledger/demo/1.json', '', { absent: true });
      await ports.readCredentials('demo');
      await ports.fetch('https://klikit.test/v1/partner/menus/items', { method: 'POST' });
    });
    expect(process.effects.map(({ name }) => name)).toEqual([
      'get menu.xlsx version-1',
      'list ledger/demo/',
      'put ledger/demo/1.json',
      'readCredentials demo',
      'POST menus/items',
    ]);
    const canBefall = (kind: CutKind) => process.effects.filter(({ cutKinds }) => cutKinds.includes(kind)).map(({ name }) => name);
    expect(canBefall('answer_lost_as_conflict')).toEqual(['put ledger/demo/1.json']);
    expect(canBefall('timed_out')).toEqual(['POST menus/items']);
    expect(canBefall('truncated_answer')).toEqual(['POST menus/items']);
    expect(canBefall('stalled_before')).toHaveLength(5);
  });

  test('that goes in a circle is stopped, and is a fault', async () => {
    const { ports, process, run } = doomed();
    const ended = await run(async () => {
      for (;;) await ports.results.get('a');
    });
    expect(ended.kind).toBe('threw');
    expect(process.faults).toEqual(['it has done 2000 things and comes to no end']);
  });
});
