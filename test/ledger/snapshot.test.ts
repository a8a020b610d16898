import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { expect, test } from 'vitest';
import type { Fact } from '../../functions/menu-import/ledger/fact.ts';
import { snapshotKey, snapshotPointerKey } from '../../functions/menu-import/ledger/ledger-keys.ts';
import { MerchantLog } from '../../functions/menu-import/ledger/merchant-log.ts';
import { writeSnapshot } from '../../functions/menu-import/ledger/write-snapshot.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { bucket, startS3 } from '../local/s3-fixture.ts';
import { answered, claimed, closed, createIntent, queued } from '../support/ledger-segments.ts';

async function longLog() {
  const { client } = await startS3();
  const results = s3ObjectStore(client, bucket);
  const open = () =>
    MerchantLog.open('demo', { results, now: () => new Date(), sleep: () => Promise.resolve(), newId: () => crypto.randomUUID() });
  const log = await open();
  const say = (importId: string, ...facts: Fact[]) =>
    log.append(() => ({ importId, sendUntil: new Date().toISOString(), sent: { calls: 0, retries: 0 }, facts }));
  await say('a', queued());
  await say('b', queued('uploads/demo/b.xlsx'));
  await say('a', claimed, ...Array.from({ length: 20 }, (_, row) => createIntent(row)));
  for (let row = 0; row < 20; row += 1) await say('a', answered(row, row === 3 ? 'unknown' : 'done', row === 3 ? undefined : 100 + row));
  return { client, results, open, log, say };
}

test('a snapshot says what the log says, entity by entity, and spares its reading', async () => {
  const { results, open, log, say } = await longLog();
  await say('a', closed());
  await writeSnapshot(results, log);
  const read = await open();
  expect(read.length).toBe(0);
  expect(read.last).toBe(log.last);
  expect([...read.state.entities]).toEqual([...log.state.entities]);
  expect([...read.state.newest]).toEqual([...log.state.newest]);
  expect([...read.state.imports.keys()]).toEqual(['b']);
  expect(await read.append(() => undefined)).toBe(false);
});

test('there is none while an import is under way', async () => {
  const { results, open, log } = await longLog();
  await writeSnapshot(results, log);
  expect((await open()).length).toBe(log.length);
});

test('what follows a snapshot is read too, and the pointer never goes back', async () => {
  const { client, results, open, log, say } = await longLog();
  await say('a', closed());
  await writeSnapshot(results, log);
  await say('b', claimed);
  const read = await open();
  expect(read.length).toBe(1);
  expect(read.state.imports.get('b')?.startedAt).toBeDefined();

  const far = JSON.stringify({ schemaVersion: 2, upTo: log.last + 100 });
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: snapshotPointerKey('demo'), Body: far }));
  await say('b', closed());
  await writeSnapshot(results, log);
  const pointer = await client.send(new GetObjectCommand({ Bucket: bucket, Key: snapshotPointerKey('demo') }));
  expect(await pointer.Body?.transformToString()).toBe(far);
});

test('a pointer to a snapshot that is gone is only slow', async () => {
  const { client, open, log } = await longLog();
  const pointer = JSON.stringify({ schemaVersion: 2, upTo: 7 });
  await client.send(new PutObjectCommand({ Bucket: bucket, Key: snapshotPointerKey('demo'), Body: pointer }));
  expect(snapshotKey('demo', 7)).toBe('ledger/demo/snapshots/0000000007.json');
  expect((await open()).length).toBe(log.length);
});
