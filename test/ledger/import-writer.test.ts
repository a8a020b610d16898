import { describe, expect, test } from 'vitest';
import { ImportTakenOver, ImportWriter } from '../../functions/menu-import/ledger/import-writer.ts';
import { MerchantLog } from '../../functions/menu-import/ledger/merchant-log.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { bucket, startS3 } from '../local/s3-fixture.ts';
import { answered, atNine, claimed, createIntent, queued } from '../support/ledger-segments.ts';

/** An import that a writer has claimed at nine, with a clock that only the test moves. */
async function claimedImport() {
  const { client } = await startS3();
  const clock = { nowMs: Date.parse(atNine) };
  const now = () => new Date(clock.nowMs);
  const ports = { results: s3ObjectStore(client, bucket), now, sleep: () => Promise.resolve(), newId: () => crypto.randomUUID() };
  const open = () => MerchantLog.open('demo', ports);
  const claim = async (log: MerchantLog) => {
    await log.refresh();
    const sendUntil = new Date(clock.nowMs + 60_000).toISOString();
    await log.append(() => ({ importId: 'a', sendUntil, sent: { calls: 0, retries: 0 }, facts: [claimed] }));
    return new ImportWriter(log, 'a', { now, sendWindowMs: 60_000, mostWaiting: 25, stats: () => ({ ...stats }) });
  };
  const stats = { calls: 0, retries: 0 };
  const log = await open();
  await log.append(() => ({ importId: 'a', sendUntil: atNine, sent: stats, facts: [queued()] }));
  return { clock, stats, open, claim, log, writer: await claim(log) };
}

describe('a writer', () => {
  test('may send for as long as it said, and not a millisecond longer', async () => {
    const { clock, writer } = await claimedImport();
    clock.nowMs += 59_999;
    expect(writer.isValid()).toBe(true);
    clock.nowMs += 1;
    expect(writer.isValid()).toBe(false);
  });

  test('gets leave to send on by one more word, which everybody who waits shares', async () => {
    const { clock, writer, log } = await claimedImport();
    clock.nowMs += 60_000;
    const before = log.last;
    await Promise.all([writer.renew(), writer.renew(), writer.renew()]);
    expect(log.last).toBe(before + 1);
    expect(writer.isValid()).toBe(true);
  });

  test('gets none where somebody else has taken over', async () => {
    const { clock, writer, open, claim } = await claimedImport();
    clock.nowMs += 60_000;
    await claim(await open());
    await expect(writer.renew()).rejects.toThrow(ImportTakenOver);
    expect(writer.isValid()).toBe(false);
  });

  test('that was taken over writes nothing more, and neither does what waited behind it', async () => {
    const { writer, open, claim } = await claimedImport();
    const other = await open();
    await claim(other);
    await expect(writer.append([createIntent(2)])).rejects.toThrow(ImportTakenOver);
    writer.record(answered(2, 'done', 7));
    await expect(writer.flush()).rejects.toThrow(ImportTakenOver);
    await other.refresh();
    expect(other.state.imports.get('a')?.writes.size).toBe(0);
  });

  test('is not put off by others who queue behind it', async () => {
    const { writer, open } = await claimedImport();
    const other = await open();
    await other.append(() => ({ importId: 'b', sendUntil: atNine, sent: { calls: 0, retries: 0 }, facts: [queued('b')] }));
    await writer.append([createIntent(2)]);
    expect(writer.state.writes.size).toBe(1);
    expect((await open()).state.imports.size).toBe(2);
  });

  test('sends answers along with the next intents, in one object, and counts what was sent since', async () => {
    const { writer, stats, log, open } = await claimedImport();
    await writer.append([createIntent(2)]);
    const before = log.last;
    Object.assign(stats, { calls: 3, retries: 1 });
    writer.record(answered(2, 'done', 7));
    await writer.append([createIntent(3)]);
    await writer.flush();
    expect(log.last).toBe(before + 1);
    const read = (await open()).state.imports.get('a');
    expect(read?.sent).toEqual({ calls: 3, retries: 1 });
    expect(read?.writes.get('create:Items!2')?.answer).toMatchObject({ klikitId: 7 });
  });

  test('does not let answers wait long for company', async () => {
    const { clock, writer, open } = await claimedImport();
    await writer.append([createIntent(2), createIntent(3)]);
    writer.record(answered(2, 'done', 7));
    clock.nowMs += 5_000;
    writer.record(answered(3, 'done', 8));
    await writer.flush();
    expect((await open()).state.entities.size).toBe(2);
  });
});
