import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { segmentKey } from '../../functions/menu-import/ledger/ledger-keys.ts';
import { type LogPorts, MerchantLog, type SegmentDraft } from '../../functions/menu-import/ledger/merchant-log.ts';
import { LedgerTooNew } from '../../functions/menu-import/ledger/segment.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { bucket, s3Client, startS3 } from '../local/s3-fixture.ts';
import { lossyProxy } from '../support/lossy-proxy.ts';

const request = (key: string) => ({ merchant: 'demo', trigger: 'upload' as const, occurrence: '', bucket: 'uploads', key });

const queued = (importId: string): SegmentDraft => ({
  importId,
  sendUntil: '2026-11-25T00:00:00.000Z',
  sent: { calls: 0, retries: 0 },
  facts: [{ fact: 'queued', request: request(`uploads/demo/${importId}.xlsx`) }],
});

/** What an event does first: it queues its import, unless another delivery has. */
const queueOnce = (importId: string) => (state: MerchantLog['state']) => (state.imports.has(importId) ? undefined : queued(importId));

function ports(url: string, maxAttempts = 3): LogPorts {
  return {
    results: s3ObjectStore(s3Client(url, 'OWNER', { maxAttempts }), bucket),
    now: () => new Date(),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
    newId: () => crypto.randomUUID(),
  };
}

describe('the log', () => {
  test('is read as it was written, by whoever opens it', async () => {
    const { url } = await startS3();
    const log = await MerchantLog.open('demo', ports(url));
    expect(await log.append(() => queued('a'))).toBe(true);
    expect(await log.append(() => queued('b'))).toBe(true);
    const other = await MerchantLog.open('demo', ports(url));
    expect([...other.state.imports.keys()]).toEqual(['a', 'b']);
    expect(other.writer).not.toBe(log.writer);
  });

  test('lets each of many writers append, one behind the other, and each decides knowing all before it', async () => {
    const { url } = await startS3();
    const logs = await Promise.all(Array.from({ length: 8 }, () => MerchantLog.open('demo', ports(url))));
    const seen: number[] = [];
    await Promise.all(
      logs.map((log, position) =>
        log.append(({ imports }) => {
          seen[position] = imports.size;
          return queued(`import-${position}`);
        }),
      ),
    );
    expect(seen.toSorted((one, other) => one - other)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect((await MerchantLog.open('demo', ports(url))).state.imports.size).toBe(8);
  });

  test('takes a thing once, however many want to say it', async () => {
    const { url } = await startS3();
    const logs = await Promise.all(Array.from({ length: 5 }, () => MerchantLog.open('demo', ports(url))));
    const appended = await Promise.all(logs.map((log) => log.append(queueOnce('a'))));
    expect(appended.filter(Boolean)).toHaveLength(1);
    expect((await MerchantLog.open('demo', ports(url))).length).toBe(1);
  });

  test('knows its own object where the answer was lost and the SDK, trying again, was told that somebody else was faster', async () => {
    const { url } = await startS3();
    const proxy = await lossyProxy(url);
    proxy.loseAnswers(1, ({ method }) => method === 'PUT');
    const log = await MerchantLog.open('demo', ports(proxy.url));
    expect(await log.append(() => queued('a'))).toBe(true);
    expect(await log.append(() => queued('b'))).toBe(true);
    const read = await MerchantLog.open('demo', ports(url));
    expect([[...read.state.imports.keys()], read.length]).toEqual([['a', 'b'], 2]);
  });

  test('knows its own object where every answer was lost', async () => {
    const { url } = await startS3();
    const proxy = await lossyProxy(url);
    proxy.loseAnswers(1, ({ method }) => method === 'PUT');
    const log = await MerchantLog.open('demo', ports(proxy.url, 1));
    expect(await log.append(() => queued('a'))).toBe(true);
    expect((await MerchantLog.open('demo', ports(url))).length).toBe(1);
  });

  test('does not claim what was never written', async () => {
    const s3 = await startS3();
    const log = await MerchantLog.open('demo', ports(s3.url, 1));
    await s3.close();
    await expect(log.append(() => queued('a'))).rejects.toThrow('ECONNREFUSED');
  });

  test('with a hole in it is not trusted', async () => {
    const { url, client } = await startS3();
    const log = await MerchantLog.open('demo', ports(url));
    await log.append(() => queued('a'));
    const { Body: first } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: segmentKey('demo', 1) }));
    const stray = { Bucket: bucket, Key: segmentKey('demo', 3), Body: (await first?.transformToString()) ?? '' };
    await client.send(new PutObjectCommand(stray));
    await expect(MerchantLog.open('demo', ports(url))).rejects.toThrow('the ledger of demo lost its object 2');
  });

  test('of a newer version is left alone', async () => {
    const { url, client } = await startS3();
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: segmentKey('demo', 1), Body: '{"schemaVersion":3}' }));
    await expect(MerchantLog.open('demo', ports(url))).rejects.toThrow(LedgerTooNew);
  });

  test('of one merchant says nothing of another', async () => {
    const { url } = await startS3();
    await (await MerchantLog.open('demo', ports(url))).append(() => queued('a'));
    expect((await MerchantLog.open('demo-2', ports(url))).length).toBe(0);
    expect((await MerchantLog.open('dem', ports(url))).length).toBe(0);
  });
});
