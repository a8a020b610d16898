import { expect, test } from 'vitest';
import { importEvent } from '../../functions/menu-import/import-event.ts';
import type { ImportPorts } from '../../functions/menu-import/import-ports.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { jsonLogger } from '../../functions/menu-import/logger.ts';
import { runDurably } from '../../functions/menu-import/shell/run-durably.ts';
import type { Workbook } from '../../functions/menu-import/workbook/workbook.ts';
import type { RateCap } from '../../infra/local/sandbox/sandbox-options.ts';
import { KlikitInProcess } from '../crash/klikit-in-process.ts';
import { MemoryBucket } from '../crash/memory-bucket.ts';
import { seededRandom } from '../crash/seeded-random.ts';
import { VirtualClock } from '../crash/virtual-clock.ts';
import { OneExecution } from '../shell/one-execution.ts';
import { buildWorkbook } from '../support/build-workbook.ts';

const latencyMs = 100;

/** S3, a klikit with a cap, and a function that has fifteen minutes at a time, all by one clock that takes no time. */
async function world(workbooks: readonly Workbook[], rate: RateCap) {
  const clock = new VirtualClock();
  const [uploads, results] = [new MemoryBucket(clock, { keepsVersions: true }), new MemoryBucket(clock)];
  const klikit = await KlikitInProcess.open(clock, { idempotency: 'honoured', groups: [], credentials: { partner: 'secret' }, rate });
  const ports: ImportPorts = {
    uploads,
    results,
    readWorkbook: (bytes) => Promise.resolve(workbooks[Number(new TextDecoder().decode(bytes))] ?? { sheets: [], date1904: false }),
    readCredentials: () => Promise.resolve(new Credentials('partner', 'secret')),
    fetch: async (...request) => {
      await clock.sleep(latencyMs);
      return klikit.fetch(...request);
    },
    now: () => clock.now(),
    sleep: (ms) => clock.sleep(ms),
    random: seededRandom(1),
    newId: () => crypto.randomUUID(),
    defaults: { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] },
    wireNames: { sku: 'skuID', preparation: 'preparationTime' },
    settings: {
      apiUrl: 'https://klikit.test',
      maxConcurrency: 8,
      requestTimeoutMs: 30_000,
      maxPauseSeconds: 900,
      inDoubt: 'resend',
      chunkSize: 50,
      sendWindowMs: 60_000,
      clockMarginMs: 5_000,
    },
  };
  const log = jsonLogger(() => undefined, ports.now, 'error');

  /** Delivers the upload of one workbook, as a durable execution, and lets it come to its end. */
  const deliver = async (number: number) => {
    const key = `uploads/demo/menu-${number}.xlsx`;
    const { versionId = '' } = uploads.upload(key, String(number));
    const s3 = { bucket: { name: 'uploads' }, object: { key, versionId, sequencer: `0${number}` } };
    const event = { Records: [{ eventVersion: '2.1', eventName: 'ObjectCreated:Put', s3 }] };
    const kinds: string[] = [];
    const execution = new OneExecution((context) =>
      runDurably(
        context,
        async (endsAt) => {
          const slice = await importEvent(event, { uploadsBucket: 'uploads', ports, log }, endsAt);
          kinds.push(slice.kind);
          return slice;
        },
        ports.now,
      ),
    );
    for (let status = 'PENDING'; status === 'PENDING'; ) {
      status = await execution.invoke();
      await clock.sleep(execution.waitSeconds * 1_000);
    }
    return { kinds, operations: execution.operations, endedAt: clock.now() };
  };
  const ledgerObjects = () => results.puts.filter(({ key }) => key.startsWith('ledger/')).length;
  const reports = () => results.puts.filter(({ key }) => key.endsWith('report.json')).map(({ body }) => JSON.parse(body));
  return { clock, klikit, deliver, ledgerObjects, reports };
}

function menu(rows: number, name: string): Workbook {
  const items = Array.from({ length: rows }, (_, row) => [`${name} ${row}`, `${name}-${row}`, 10_000]);
  return buildWorkbook({ Items: [['Title', 'SKU', 'Price'], ...items] });
}

test('10,000 rows under a cap of five calls a second are imported in slices, with few durable operations, each row once', async () => {
  const rows = 10_000;
  const rate = { perSecond: 5, window: 'sliding', headers: false, retryAfter: 'seconds' } as const;
  const { clock, klikit, deliver, ledgerObjects, reports } = await world([menu(rows, 'Dish')], rate);
  const startMs = clock.now().getTime();
  const { kinds, operations, endedAt } = await clock.run(deliver(0));

  const minutes = (endedAt.getTime() - startMs) / 60_000;
  const objects = ledgerObjects() / rows;
  process.stdout.write(
    `${rows} rows at 5 calls a second: ${minutes.toFixed(1)} minutes, ${kinds.length} slices, ${operations} durable operations, ${objects.toFixed(3)} ledger objects a row\n`,
  );
  expect(minutes).toBeGreaterThan(30);
  expect(kinds.at(-1)).toBe('done');
  expect(kinds.slice(0, -1).every((kind) => kind === 'more')).toBe(true);
  expect(operations).toBeLessThan(300);
  expect(objects).toBeLessThan(0.1);
  expect(klikit.state().entries).toHaveLength(rows);
  const [report] = reports();
  expect(report.summary).toMatchObject({ rows, created: rows, unknown: 0, not_attempted: 0 });
  expect(report.import.outcome).toBe('completed');
}, 240_000);

test('whoever finds the merchant busy waits, longer and longer, and has its turn when the other is done', async () => {
  const rate = { perSecond: 5, window: 'sliding', headers: false, retryAfter: 'seconds' } as const;
  const { clock, klikit, deliver, reports } = await world([menu(1_500, 'Dish'), menu(10, 'Drink'), menu(10, 'Soup')], rate);
  const later = async (number: number) => {
    await clock.sleep(number * 1_000);
    return deliver(number);
  };
  const [first, second, third] = await clock.run(Promise.all([deliver(0), later(1), later(2)]));

  expect(new Set(second.kinds.slice(0, -1))).toEqual(new Set(['busy']));
  expect(second.kinds.length).toBeLessThan(15);
  expect(second.operations).toBe(second.kinds.length * 2 - 1);
  expect(klikit.state().entries).toHaveLength(1_520);
  // In the order of arrival, none begun before the one before it had its report.
  const order = reports().map(({ import: { source, startedAt, finishedAt } }) => ({ key: source.key, startedAt, finishedAt }));
  expect(order.map(({ key }) => key)).toEqual(['uploads/demo/menu-0.xlsx', 'uploads/demo/menu-1.xlsx', 'uploads/demo/menu-2.xlsx']);
  expect(order[1]?.startedAt >= order[0]?.finishedAt && order[2]?.startedAt >= order[1]?.finishedAt).toBe(true);
  process.stdout.write(
    `an import of ${first.kinds.length} slices kept others waiting for ${second.operations} and ${third.operations} operations\n`,
  );
}, 120_000);
