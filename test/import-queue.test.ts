import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { importId } from '../functions/menu-import/import-request.ts';
import { segmentKey } from '../functions/menu-import/ledger/ledger-keys.ts';
import type { Segment } from '../functions/menu-import/ledger/segment.ts';
import { parseEvent } from '../functions/menu-import/parse-event.ts';
import type { S3Event } from '../infra/local/s3/object-created-event.ts';
import { claimed, queued, segment } from './support/ledger-segments.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { json, scriptedServer } from './support/scripted-server.ts';
import { type Servers, startServers } from './support/start-servers.ts';

const dishes = ['Ramen', 'Udon', 'Soba', 'Gyoza', 'Tempura', 'Onigiri', 'Mochi', 'Matcha'];
const menu = (...titles: string[]) => menuWorkbook({ Menu: [['Title', 'Price'], ...titles.map((title) => [title, 10_000])] });

/** Whoever is interrupted is soon taken over. */
const hasty = { SEND_WINDOW_MS: '1000', REQUEST_TIMEOUT_MS: '500', CLOCK_MARGIN_MS: '100', MAX_CONCURRENCY: '1', CHUNK_SIZE: '4' };

/** What klikit holds, in alphabetical order, so that a dish that is there twice is seen twice. */
function titlesIn({ sandbox }: Pick<Servers, 'sandbox'>): string[] {
  return sandbox
    .state()
    .entries.map(({ title }) => title['en'] ?? '')
    .sort();
}

/** Ids of imports in the order in which they began to wait. */
function queueOf(segments: readonly Segment[]): string[] {
  return segments.flatMap(({ importId, facts }) => facts.filter(({ fact }) => fact === 'queued').map(() => importId));
}

/** Ids of imports as they were at work, one after the other; an id that comes twice was interrupted by another. */
function turnsOf(segments: readonly Segment[]): string[] {
  const working = segments.filter(({ facts }) => facts.some(({ fact }) => fact !== 'queued')).map(({ importId }) => importId);
  return working.filter((id, position) => id !== working[position - 1]);
}

/** The id of the import that the event asks for. */
function idOf(event: S3Event): string {
  const [request] = parseEvent(event, 'uploads').requests;
  if (request === undefined) throw new Error('the event asks for nothing');
  return importId(request);
}

/** A process that names four rows, sends them, and then may write nothing more: nobody will hear of what it did. */
async function abandon(servers: Servers, event: S3Event): Promise<void> {
  const doomed = servers.startProcess({
    name: 'doomed',
    onCall: () => void servers.refuse(({ accessKeyId }) => accessKeyId === 'doomed'),
  });
  await expect(doomed(event)).rejects.toThrow('Access Denied');
}

describe('one event', () => {
  describe.each(['honoured', 'ignored'] as const)('where the keys of calls are %s', (idempotency) => {
    test.each([2, 3, 4, 5])('delivered %i times at once makes every row once, and says the same to all', async (count) => {
      const servers = await startServers({ klikit: { idempotency, latencyMs: 20 } });
      const event = await servers.upload('uploads/demo/menu.xlsx', await menu(...dishes));
      const results = await Promise.all(Array.from({ length: count }, () => servers.startProcess()(event)));
      expect(titlesIn(servers)).toEqual(dishes.toSorted());
      expect(results[0]?.imports).toMatchObject([{ outcome: 'completed', summary: { created: 8, calls: 8, retries: 0 } }]);
      for (const result of results) expect(result).toEqual(results[0]);
      expect(await servers.reports()).toHaveLength(1);
    });
  });
});

describe('two uploads of one merchant at once', () => {
  async function importBoth(one: readonly string[], other: readonly string[]) {
    const servers = await startServers({ klikit: { idempotency: 'ignored', latencyMs: 20 } });
    const a = await servers.upload('uploads/demo/a.xlsx', await menu(...one));
    const b = await servers.upload('uploads/demo/b.xlsx', await menu(...other));
    await Promise.all([servers.startProcess()(a), servers.startProcess()(b)]);
    const segments = await servers.segments();
    const reports = await servers.reports();
    const inOrder = queueOf(segments).map((id) => reports.find((report) => report.import.id === id));
    return { servers, segments, inOrder };
  }

  test('with the same rows make each once: the second finds them unchanged', async () => {
    const { servers, inOrder } = await importBoth(dishes, dishes);
    expect(titlesIn(servers)).toEqual(dishes.toSorted());
    expect(inOrder).toMatchObject([
      { import: { outcome: 'completed' }, summary: { created: 8, calls: 8 } },
      { import: { outcome: 'completed' }, summary: { unchanged: 8, calls: 0 } },
    ]);
  });

  test('with other rows make them all', async () => {
    const { servers, inOrder } = await importBoth(['Ramen', 'Udon', 'Soba'], ['Gyoza', 'Mochi']);
    expect(titlesIn(servers)).toEqual(['Gyoza', 'Mochi', 'Ramen', 'Soba', 'Udon']);
    expect(inOrder).toMatchObject([{ import: { outcome: 'completed' } }, { import: { outcome: 'completed' } }]);
  });

  test('have their turns in the order of the log, and the first is over before the second begins', async () => {
    const { segments } = await importBoth(['Ramen', 'Udon', 'Soba'], ['Gyoza', 'Mochi']);
    expect(queueOf(segments)).toHaveLength(2);
    expect(turnsOf(segments)).toEqual(queueOf(segments));
    const course = segments.flatMap(({ facts }) => facts.map(({ fact }) => fact).filter((fact) => fact === 'claimed' || fact === 'closed'));
    expect(course).toEqual(['claimed', 'closed', 'claimed', 'closed']);
  });
});

describe('one file', () => {
  test('uploaded fifteen times at once makes every row once, and every upload has its answer', async () => {
    // Whoever finds another at work asks again after 4 seconds at most, instead of 60.
    const servers = await startServers({ settings: { SEND_WINDOW_MS: '3000', REQUEST_TIMEOUT_MS: '1000', CLOCK_MARGIN_MS: '0' } });
    const bytes = await menu(...dishes);
    const events = await Promise.all(Array.from({ length: 15 }, () => servers.upload('uploads/demo/menu.xlsx', bytes)));
    await Promise.all(events.map((event) => servers.startProcess()(event)));
    expect(titlesIn(servers)).toEqual(dishes.toSorted());

    const reports = await servers.reports();
    const arrived = (await servers.segments()).flatMap(({ importId, facts }) =>
      facts.flatMap((fact) => (fact.fact === 'queued' ? [{ importId, sequencer: fact.request.sequencer ?? '' }] : [])),
    );
    const expected = arrived.map(({ importId, sequencer }, position) => {
      const isLate = arrived.slice(0, position).some((earlier) => earlier.sequencer > sequencer);
      return `${importId} ${isLate ? 'superseded' : 'completed'}`;
    });
    expect(expected).toHaveLength(15);
    expect(reports.map(({ import: { id, outcome, reason } }) => `${id} ${reason ?? outcome}`).sort()).toEqual(expected.sort());
  });
});

describe('twenty merchants at once', () => {
  const merchants = Array.from({ length: 20 }, (_, position) => `merchant-${position + 1}`);

  test('each get the rows of their own, and nobody waits', async () => {
    const servers = await startServers({ merchants, klikit: { latencyMs: 5 } });
    const pauses: string[] = [];
    const events = await Promise.all(
      merchants.map(async (merchant, position) =>
        servers.upload(`uploads/${merchant}/menu.xlsx`, await menu(...dishes.slice(0, 1 + (position % 8)))),
      ),
    );
    const results = await Promise.all(events.map((event) => servers.startProcess({ onPause: (kind) => pauses.push(kind) })(event)));
    expect(results.map(({ imports }) => [imports[0]?.merchant, imports[0]?.summary.created])).toEqual(
      merchants.map((merchant, position) => [merchant, 1 + (position % 8)]),
    );
    expect(servers.sandbox.state().entries).toHaveLength(results.reduce((sum, { imports }) => sum + (imports[0]?.summary.created ?? 0), 0));
    expect(pauses).toEqual([]);
  });

  test('are done although one of them waits for klikit', async () => {
    const servers = await startServers({ merchants, klikit: { latencyMs: 5 } });
    const answered = Promise.withResolvers<void>();
    const held = await scriptedServer(
      (response) => void answered.promise.then(() => json(201, { request_id: 'req_held', data: { id: 7 } })(response)),
    );
    const bytes = await menu('Ramen');
    const events = await Promise.all(merchants.slice(0, 6).map((merchant) => servers.upload(`uploads/${merchant}/menu.xlsx`, bytes)));
    const [first, ...others] = events;
    const waiting = servers.startProcess({ settings: { KLIKIT_API_URL: held.url } })(first);
    await Promise.all(others.map((event) => servers.startProcess()(event)));
    expect(await servers.reports('merchant-1')).toEqual([]);
    answered.resolve();
    expect((await waiting).imports).toMatchObject([{ merchant: 'merchant-1', outcome: 'completed' }]);
  });
});

describe('an import that was abandoned', () => {
  test('with calls that nobody heard the end of is finished first by the next event, which asks for another file', async () => {
    const servers = await startServers({ settings: hasty });
    const abandoned = await servers.upload('uploads/demo/a.xlsx', await menu(...dishes));
    await abandon(servers, abandoned);
    expect(await servers.reports()).toEqual([]);
    expect(titlesIn(servers)).toHaveLength(4);

    const other = await servers.upload('uploads/demo/b.xlsx', await menu('Ramen', 'Dango'));
    const { imports } = await servers.handler(other);
    expect(imports).toMatchObject([{ importId: idOf(other), outcome: 'completed', summary: { created: 1, unchanged: 1 } }]);
    expect(titlesIn(servers)).toEqual([...dishes, 'Dango'].sort());
    const reports = await servers.reports();
    expect(reports).toHaveLength(2);
    const first = reports.find((report) => report.import.id === idOf(abandoned));
    expect(first).toMatchObject({ import: { outcome: 'completed' }, summary: { created: 8 } });
    expect(turnsOf(await servers.segments())).toEqual([idOf(abandoned), idOf(other)]);
  });

  test('is settled with the very keys and bytes that it may have sent', async () => {
    const servers = await startServers({ settings: hasty });
    await abandon(servers, await servers.upload('uploads/demo/a.xlsx', await menu(...dishes)));
    await servers.handler(await servers.upload('uploads/demo/b.xlsx', await menu('Dango')));
    const sent = Map.groupBy(servers.sandbox.calls(), ({ idempotencyKey }) => idempotencyKey);
    const timesSent = [...sent.values()].map((calls) => calls.length);
    expect(timesSent).toEqual([2, 2, 2, 2, 1, 1, 1, 1, 1]);
    for (const calls of sent.values()) expect(new Set(calls.map(({ body }) => body)).size).toBe(1);
  });

  test('is not sent again where klikit ignores keys: what was named is unknown, what was not is created', async () => {
    const servers = await startServers({
      settings: { ...hasty, IN_DOUBT: 'report', MAX_CONCURRENCY: '3' },
      klikit: { idempotency: 'ignored' },
    });
    const abandoned = await servers.upload('uploads/demo/a.xlsx', await menu(...dishes));
    await abandon(servers, abandoned);
    await servers.handler(await servers.upload('uploads/demo/b.xlsx', await menu('Dango')));
    const first = (await servers.reports()).find((report) => report.import.id === idOf(abandoned));
    expect(first).toMatchObject({ import: { outcome: 'completed_with_issues' }, summary: { created: 5, unknown: 3 } });
    expect(titlesIn(servers)).toEqual([...dishes, 'Dango'].sort());
  });

  test('right after its claim is done by the next event of the merchant', async () => {
    const servers = await startServers({ settings: hasty });
    const abandoned = await servers.upload('uploads/demo/a.xlsx', await menu('Ramen', 'Udon'));
    const about = { importId: idOf(abandoned), writer: 'gone', writtenAt: new Date().toISOString() };
    const [request] = parseEvent(abandoned, 'uploads').requests;
    const sendUntil = new Date(Date.now() + 1_000).toISOString();
    const objects = [segment([queued('', request)], { ...about, sendUntil: about.writtenAt }), segment([claimed], { ...about, sendUntil })];
    for (const [position, object] of objects.entries()) {
      await servers.results.put(segmentKey('demo', position + 1), JSON.stringify(object), { absent: true });
    }

    const other = await servers.upload('uploads/demo/b.xlsx', await menu('Dango'));
    await servers.handler(other);
    expect(titlesIn(servers)).toEqual(['Dango', 'Ramen', 'Udon']);
    expect(turnsOf(await servers.segments())).toEqual([idOf(abandoned), idOf(other)]);
    expect((await servers.reports()).map((report) => report.import.outcome)).toEqual(['completed', 'completed']);
  });

  test('between its last word and its report gets the report from the next delivery, which sends nothing', async () => {
    const servers = await startServers();
    const event = await servers.upload('uploads/demo/menu.xlsx', await menu('Ramen', 'Udon'));
    const allow = servers.refuse(({ action, key = '' }) => action === 's3:PutObject' && key.endsWith('/report.json'));
    await expect(servers.startProcess()(event)).rejects.toThrow('Access Denied');
    expect(await servers.reports()).toEqual([]);
    const before = await servers.segments();

    allow();
    const { imports } = await servers.startProcess()(event);
    expect(imports).toMatchObject([{ outcome: 'completed', summary: { created: 2, calls: 2 } }]);
    expect(await servers.reports()).toHaveLength(1);
    expect(await servers.segments()).toEqual(before);
    expect(servers.sandbox.calls()).toHaveLength(2);
  });

  test('between its last word and its report gets the report from the next event of the merchant, before anything else', async () => {
    const servers = await startServers();
    const event = await servers.upload('uploads/demo/a.xlsx', await menu('Ramen', 'Udon'));
    const allow = servers.refuse(({ action, key = '' }) => action === 's3:PutObject' && key.endsWith('/report.json'));
    await expect(servers.startProcess()(event)).rejects.toThrow('Access Denied');

    allow();
    await servers.startProcess()(await servers.upload('uploads/demo/b.xlsx', await menu('Dango')));
    const reports = await servers.reports();
    expect(reports.find((report) => report.import.id === idOf(event))?.summary).toMatchObject({ created: 2, calls: 2 });
    expect(reports).toHaveLength(2);
    expect(JSON.parse(await servers.read('reports/demo/latest.json')).importId).not.toBe(idOf(event));
  });
});

describe('an event that comes too late', () => {
  test('after that of a newer version of its key is refused as superseded, without a call', async () => {
    const servers = await startServers();
    const older = await servers.upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    const newer = await servers.upload('uploads/demo/menu.xlsx', await menu('Udon'));
    await servers.handler(newer);
    const { imports } = await servers.handler(older);
    expect(imports).toMatchObject([{ outcome: 'refused', reason: 'superseded', summary: { rows: 0, calls: 0 } }]);
    expect(titlesIn(servers)).toEqual(['Udon']);
    const report = (await servers.reports()).find(({ import: { id } }) => id === idOf(older));
    expect(report?.issues).toMatchObject([{ code: 'superseded', fix: expect.stringContaining('upload it again') }]);
  });

  test('for a version that was deleted is refused as gone, without a call', async () => {
    const servers = await startServers();
    const event = await servers.upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    const versionId = event.Records[0]?.s3.object.versionId;
    await servers.client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'uploads/demo/menu.xlsx', VersionId: versionId }));
    const { imports } = await servers.handler(event);
    expect(imports).toMatchObject([{ outcome: 'refused', reason: 'source_gone', summary: { calls: 0 } }]);
    expect(await servers.reports()).toMatchObject([{ import: { id: idOf(event) }, issues: [{ code: 'source_gone' }] }]);
    expect(servers.sandbox.calls()).toEqual([]);
  });

  test('for a key that was deleted since is imported all the same, because its version is there', async () => {
    const servers = await startServers();
    const event = await servers.upload('uploads/demo/menu.xlsx', await menu('Ramen'));
    await servers.client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'uploads/demo/menu.xlsx' }));
    expect((await servers.handler(event)).imports).toMatchObject([{ outcome: 'completed', summary: { created: 1 } }]);
  });
});
