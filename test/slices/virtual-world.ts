import { importEvent } from '../../functions/menu-import/import-event.ts';
import type { ImportPorts } from '../../functions/menu-import/import-ports.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { PaceMemory } from '../../functions/menu-import/klikit/pacing/pace-memory.ts';
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
import { renderAsJson } from '../support/render-as-json.ts';

const latencyMs = 100;

interface WorldOptions {
  workbooks: readonly Workbook[];
  /** Default: no cap. */
  rate?: RateCap;
  /** What befalls a call instead of its answer. */
  fault?: (at: Date) => Response | Error | undefined;
  /** What the merchant's secret holds. @default 'secret' */
  secretKey?: (at: Date) => string;
  /** What klikit accepts. @default 'secret' */
  acceptedKey?: (at: Date) => string;
}

/** S3, a klikit, and a function that has fifteen minutes at a time, all by one clock that takes no time. */
export async function startVirtualWorld({
  workbooks,
  rate,
  fault,
  secretKey = () => 'secret',
  acceptedKey = () => 'secret',
}: WorldOptions) {
  const clock = new VirtualClock();
  const [uploads, results] = [new MemoryBucket(clock, { keepsVersions: true }), new MemoryBucket(clock)];
  const credentials = { partner: 'secret' };
  const klikit = await KlikitInProcess.open(clock, { idempotency: 'honoured', groups: [], credentials, ...(rate && { rate }) });
  const ports: ImportPorts = {
    uploads,
    results,
    readWorkbook: (bytes) => Promise.resolve(workbooks[Number(new TextDecoder().decode(bytes))] ?? { sheets: [], date1904: false }),
    readCredentials: () => Promise.resolve(new Credentials('partner', secretKey(clock.now()))),
    paces: new PaceMemory(32),
    fetch: async (...request) => {
      await clock.sleep(latencyMs);
      const befallen = fault?.(clock.now());
      if (befallen instanceof Error) throw befallen;
      credentials.partner = acceptedKey(clock.now());
      return befallen ?? klikit.fetch(...request);
    },
    now: () => clock.now(),
    sleep: (ms) => clock.sleep(ms),
    random: seededRandom(1),
    newId: () => crypto.randomUUID(),
    defaults: { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] },
    wireNames: { sku: 'skuID', preparation: 'preparationTime' },
    renderings: renderAsJson,
    settings: {
      apiUrl: 'https://klikit.test',
      maxConcurrency: 32,
      requestTimeoutMs: 30_000,
      maxPauseSeconds: 900,
      inDoubt: 'resend',
      chunkSize: 100,
      mostOpen: 132,
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

/** A menu of so many items. */
export function itemsNamed(name: string, rows: number): Workbook {
  const items = Array.from({ length: rows }, (_, row) => [`${name} ${row}`, `${name}-${row}`, 10_000]);
  return buildWorkbook({ Items: [['Title', 'SKU', 'Price'], ...items] });
}
