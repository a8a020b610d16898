import { describe, expect, test } from 'vitest';
import { MemoryBucket } from './memory-bucket.ts';
import { VirtualClock } from './virtual-clock.ts';

async function textOf(bucket: MemoryBucket, key: string, versionId?: string): Promise<string | undefined> {
  const object = await bucket.get(key, versionId);
  return object && new TextDecoder().decode(object.bytes);
}

describe('a bucket in memory', () => {
  test('lets one of many win a key that is free', async () => {
    const bucket = new MemoryBucket(new VirtualClock());
    const rivals = Array.from({ length: 10 }, (_, rival) => `${rival}`);
    const answers = await Promise.all(rivals.map((rival) => bucket.put('ledger/1', rival, { absent: true })));
    expect(answers.filter((answer) => answer === 'written')).toHaveLength(1);
    expect(await textOf(bucket, 'ledger/1')).toBe(rivals[answers.indexOf('written')]);
    expect(bucket.puts).toHaveLength(1);
  });

  test('lets one of many win over the object that all of them have read', async () => {
    const bucket = new MemoryBucket(new VirtualClock());
    await bucket.put('latest', '0');
    const matches = (await bucket.get('latest'))?.etag ?? '';
    const answers = await Promise.all(['1', '2', '3'].map((body) => bucket.put('latest', body, { matches })));
    expect(answers).toEqual(['written', 'conflict', 'conflict']);
    expect(await bucket.put('nothing there', 'x', { matches })).toBe('conflict');
  });

  test('gives the same content the same ETag, and does not share its bytes', async () => {
    const bucket = new MemoryBucket(new VirtualClock());
    await bucket.put('one', 'same');
    await bucket.put('two', 'same');
    const [one, two] = [await bucket.get('one'), await bucket.get('two')];
    expect(one?.etag).toMatch(/^"[0-9a-f]{32}"$/);
    expect(one?.etag).toBe(two?.etag);
    one?.bytes.fill(0);
    expect(await textOf(bucket, 'one')).toBe('same');
  });

  test('lists keys in the order of their bytes, those behind a key only', async () => {
    const bucket = new MemoryBucket(new VirtualClock());
    for (const key of ['a/3', 'b/1', 'a/1', 'a/é', 'a/𝄞', 'a/～']) await bucket.put(key, '');
    expect(await bucket.list('a/')).toEqual(['a/1', 'a/3', 'a/é', 'a/～', 'a/𝄞']);
    expect(await bucket.list('a/', 'a/3')).toEqual(['a/é', 'a/～', 'a/𝄞']);
  });

  test('keeps every version where it is told to', async () => {
    const clock = new VirtualClock();
    const bucket = new MemoryBucket(clock, { keepsVersions: true });
    const versions = ['old', 'new'].map((body) => bucket.upload('menu.xlsx', body).versionId);
    expect(await Promise.all(versions.map((version) => textOf(bucket, 'menu.xlsx', version)))).toEqual(['old', 'new']);
    expect(await textOf(bucket, 'menu.xlsx')).toBe('new');
    expect(await bucket.get('menu.xlsx', 'never there')).toBeUndefined();
    expect(await bucket.listCurrent('')).toEqual([{ key: 'menu.xlsx', versionId: versions[1] }]);
    expect((await bucket.get('menu.xlsx'))?.lastModified).toEqual(clock.now());
  });

  test('remembers every write that took effect, in order', async () => {
    const bucket = new MemoryBucket(new VirtualClock());
    await bucket.put('a', '1');
    await bucket.put('a', '2', { absent: true });
    await bucket.put('a', '3');
    expect(bucket.puts.map(({ body }) => body)).toEqual(['1', '3']);
    expect(bucket.puts[0]?.stamp).toBeLessThan(bucket.puts[1]?.stamp ?? 0);
  });
});
