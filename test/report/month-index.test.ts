import { S3Client } from '@aws-sdk/client-s3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addToMonthIndex, monthIndexKey, parseMonthIndex } from '../../functions/menu-import/report/month-index.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import { madeReport } from '../support/made-report.ts';
import { temporaryDirectory } from '../support/temporary-directory.ts';

async function startBucket() {
  const s3 = await startS3Server({ directory: await temporaryDirectory(), buckets: [{ name: 'results' }] });
  onTestFinished(() => s3.close());
  const client = new S3Client({ endpoint: s3.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
  const results = s3ObjectStore(client, 'results');
  const november = 'reports/demo/2026-11/index.json';
  return {
    results,
    november,
    idsIn: async (key: string) => parseMonthIndex((await results.get(key))?.bytes ?? new Uint8Array())?.map(({ id }) => id),
  };
}

describe('the index of a month', () => {
  test('says of each import what a list of them needs', async () => {
    const { results, november } = await startBucket();
    await addToMonthIndex(results, madeReport({ id: 'a', startedAt: '2026-11-24T08:00:00.000Z', rows: [{}, { status: 'failed' }] }));
    expect(JSON.parse(new TextDecoder().decode((await results.get(november))?.bytes))).toEqual({
      schemaVersion: 1,
      merchant: 'demo',
      month: '2026-11',
      imports: [
        {
          id: 'a',
          startedAt: '2026-11-24T08:00:00.000Z',
          finishedAt: '2026-11-24T08:00:00.000Z',
          outcome: 'completed_with_issues',
          trigger: 'upload',
          file: 'uploads/demo/menu.xlsx',
          summary: expect.objectContaining({ rows: 2, created: 1, failed: 1 }),
        },
      ],
    });
  });

  test('says why an import was stopped', async () => {
    const { results, november } = await startBucket();
    const stopped = madeReport({ id: 'a', startedAt: '2026-11-24T08:00:00.000Z', stoppedBecause: 'klikit_unreachable' });
    await addToMonthIndex(results, stopped);
    expect(parseMonthIndex((await results.get(november))?.bytes ?? new Uint8Array())).toMatchObject([{ reason: 'klikit_unreachable' }]);
  });

  test('has the imports that began in it, in UTC, the oldest first', async () => {
    const { results, idsIn, november } = await startBucket();
    const times = { last: '2026-11-30T23:59:59.999Z', next: '2026-12-01T00:00:00.000Z', first: '2026-11-01T00:00:00.000Z' };
    for (const [id, startedAt] of Object.entries(times)) await addToMonthIndex(results, madeReport({ id, startedAt }));
    expect(await idsIn(november)).toEqual(['first', 'last']);
    expect(await idsIn(monthIndexKey('demo', times.next))).toEqual(['next']);
  });

  test('is not written again for an import that it has', async () => {
    const { results, november } = await startBucket();
    const report = madeReport({ id: 'a', startedAt: '2026-11-24T08:00:00.000Z' });
    await addToMonthIndex(results, report);
    const written = await results.get(november);
    await addToMonthIndex(results, report);
    expect((await results.get(november))?.versionId).toBe(written?.versionId);
  });

  test('keeps every import of twenty that end at once', async () => {
    const { results, idsIn, november } = await startBucket();
    const ids = Array.from({ length: 20 }, (_, n) => String(n + 10));
    await Promise.all(ids.map((id) => addToMonthIndex(results, madeReport({ id, startedAt: `2026-11-24T08:00:${id}.000Z` }))));
    expect(await idsIn(november)).toEqual(ids);
  });

  test.each(['{"schemaVersion":1,"imp', '{"schemaVersion":2,"imports":[]}', ''])(
    'is begun anew where it is damaged: %j',
    async (damaged) => {
      const { results, idsIn, november } = await startBucket();
      await results.put(november, damaged);
      await addToMonthIndex(results, madeReport({ id: 'a', startedAt: '2026-11-24T08:00:00.000Z' }));
      expect(await idsIn(november)).toEqual(['a']);
    },
  );
});
