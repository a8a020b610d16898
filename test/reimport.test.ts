import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { EventUnreadable } from '../functions/menu-import/parse-event.ts';
import type { Report } from '../functions/menu-import/report/report-schema.ts';
import { reportKey } from '../functions/menu-import/report/store-report.ts';
import type { Fault } from '../infra/local/sandbox/sandbox-options.ts';
import { testCredentials } from './support/import-into-sandbox.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { type Servers, secretText, startServers } from './support/start-servers.ts';

type Row = (string | number | null)[];

const groups = [
  { id: 2101, title: 'Spice level' },
  { id: 2105, title: { en: 'Drink size', id: 'Ukuran' } },
];

/** Servers, and a merchant who uploads `menu.xlsx` time and again. */
async function startMerchant() {
  const servers = await startServers({ klikit: { groups }, settings: { MAX_CONCURRENCY: '1', MAX_PAUSE_SECONDS: '1' } });
  return {
    ...servers,
    /** The report of an upload with these rows, the header first, and what klikit was sent for it. */
    async importRows(header: Row, ...rows: Row[]) {
      const before = servers.sandbox.calls().length;
      const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: [header, ...rows] }));
      return { ...report, sent: servers.sandbox.calls().slice(before) };
    },
  };
}

function titlesIn({ sandbox }: Pick<Servers, 'sandbox'>): (string | undefined)[] {
  return sandbox.state().entries.map(({ title }) => title['en']);
}

const refusing = (text: string, fault: Partial<Fault> = {}): Fault => ({
  kind: 'status',
  status: 400,
  code: 'request_invalid',
  match: ({ body }) => JSON.stringify(body ?? '').includes(text),
  ...fault,
});

const codesOf = ({ issues }: Pick<Report, 'issues'>): string[] => issues.map(({ code }) => code);

describe('a row that is in klikit already', () => {
  test('costs no call where nothing is to be done, not even to look up its group', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'Price', 'Modifier group'];
    await merchant.importRows(header, ['Ramen', 60_000, null], ['Hot', 0, 'Spice level']);
    const again = await merchant.importRows(header, ['Ramen', 60_000, null], ['Hot', 0, 'Spice level']);
    expect(again.rows).toMatchObject([{ status: 'unchanged' }, { status: 'unchanged', link: { status: 'already_linked', groupId: 2101 } }]);
    expect(again.import.outcome).toBe('completed');
    expect(again.sent).toEqual([]);
    expect(again.summary.calls).toBe(0);
  });

  test('and differs is listed field by field, and nothing is sent', async () => {
    const merchant = await startMerchant();
    const header: Row = [
      'Title',
      'Description',
      'SKU',
      'Price',
      'Take-away price',
      'VAT %',
      'Enabled',
      'Preparation minutes',
      'Visible [6]',
    ];
    await merchant.importRows(header, ['Ramen', 'Soup', 'R1', 60_000, 62_000, 11, 'yes', 10, 'no']);
    const { rows, sent } = await merchant.importRows(header, ['Big ramen', null, 'R1', 65_000, 62_000, 10, 'no', 15, 'yes']);
    expect(rows).toMatchObject([
      { status: 'changed', klikitId: merchant.sandbox.state().entries[0]?.id, issues: [{ code: 'content_changed' }] },
    ]);
    const changes = rows[0]?.changes?.map(({ field, before, after }) => `${field}: ${before} -> ${after}`);
    expect(changes?.toSorted()).toEqual([
      'description.en: Soup -> null',
      'enabled: true -> false',
      'preparationMinutes: 10 -> 15',
      'prices.1.IDR.price: 60000 -> 65000',
      'title.en: Ramen -> Big ramen',
      'vatPercent: 11 -> 10',
      'visibilities.6: false -> true',
    ]);
    expect(sent).toEqual([]);
  });

  test('and differs is the same again at the next upload, because klikit still has the old content', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(['Title', 'Price'], ['Ramen', 60_000]);
    const first = await merchant.importRows(['Title', 'Price'], ['Ramen', 65_000]);
    const second = await merchant.importRows(['Title', 'Price'], ['Ramen', 65_000]);
    expect(second.rows).toEqual(first.rows);
    expect((await merchant.importRows(['Title', 'Price'], ['Ramen', 60_000])).rows).toMatchObject([{ status: 'unchanged' }]);
  });

  test('and got a SKU since is known by it from then on', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'SKU', 'Price'];
    await merchant.importRows(header, ['Ramen', null, 60_000]);
    await merchant.importRows(header, ['Ramen', 'R1', 60_000]);
    const { rows, sent } = await merchant.importRows(header, ['House ramen', 'R1', 60_000]);
    expect(rows).toMatchObject([{ status: 'changed' }]);
    expect(sent).toEqual([]);
  });

  test('and cannot be read right now is failed, and carries its klikit ID', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'SKU', 'Price'];
    const { rows } = await merchant.importRows(header, ['Ramen', 'R1', 60_000], ['Udon', null, 50_000]);
    const again = await merchant.importRows(header, ['Ramen', 'R1', '60k?'], ['Udon', null, null]);
    expect(again.rows).toMatchObject([
      { status: 'failed', klikitId: rows[0]?.klikitId, issues: [{ code: 'price_unreadable' }] },
      { status: 'failed', klikitId: rows[1]?.klikitId, issues: [{ code: 'price_missing' }] },
    ]);
    expect(codesOf(again)).toEqual([]);
  });

  test('of another file under another name is the same row', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(['Title', 'Price'], ['Ramen', 60_000]);
    const bytes = await menuWorkbook({
      Dinner: [
        ['Price', 'Title'],
        [60_000, '  RAMEN '],
      ],
    });
    const report = await merchant.importWorkbook('uploads/demo/dinner.xlsx', bytes);
    expect(report.rows).toMatchObject([{ status: 'changed', changes: [{ field: 'title.en' }] }]);
    expect(codesOf(report)).toEqual([]);
    expect(titlesIn(merchant)).toEqual(['Ramen']);
  });

  test('of another merchant is nobody else’s', async () => {
    const servers = await startServers({ merchants: ['demo', 'other'] });
    const bytes = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 60_000],
      ],
    });
    await servers.importWorkbook('uploads/demo/menu.xlsx', bytes);
    expect((await servers.importWorkbook('uploads/other/menu.xlsx', bytes)).rows).toMatchObject([{ status: 'created' }]);
  });
});

describe('a row that did not come into klikit', () => {
  test('because klikit refused it is tried again with the next upload', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'Price'];
    merchant.sandbox.inject(refusing('Udon'));
    expect((await merchant.importRows(header, ['Ramen', 1], ['Udon', 2])).rows).toMatchObject([
      { status: 'created' },
      { status: 'failed' },
    ]);
    const again = await merchant.importRows(header, ['Ramen', 1], ['Udon', 2]);
    expect(again.rows).toMatchObject([{ status: 'unchanged' }, { status: 'created' }]);
    expect(titlesIn(merchant)).toEqual(['Ramen', 'Udon']);
  });

  test('because the import stopped before it is tried again with the next upload', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'Price'];
    merchant.sandbox.inject(refusing('Udon', { status: 403, code: 'auth_forbidden' }));
    const stopped = await merchant.importRows(header, ['Ramen', 1], ['Udon', 2], ['Soba', 3]);
    expect(stopped.rows.map(({ status }) => status)).toEqual(['created', 'not_attempted', 'not_attempted']);
    const again = await merchant.importRows(header, ['Ramen', 1], ['Udon', 2], ['Soba', 3]);
    expect(again.rows.map(({ status }) => status)).toEqual(['unchanged', 'created', 'created']);
    expect(again.import.outcome).toBe('completed');
  });

  test('because the groups could not be read is tried again with the next upload', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'Price', 'Modifier group'];
    merchant.sandbox.inject({ kind: 'status', status: 404, match: ({ method }) => method === 'GET' });
    expect((await merchant.importRows(header, ['Hot', 0, 'Spice level'])).rows).toMatchObject([
      { status: 'not_attempted', notAttemptedBecause: 'menu_tree_unreadable' },
    ]);
    const again = await merchant.importRows(header, ['Hot', 0, 'Spice level']);
    expect(again.rows).toMatchObject([{ status: 'created', link: { status: 'linked' } }]);
  });

  test('or is missing in its group only is linked with the next upload, and not created again', async () => {
    const merchant = await startMerchant();
    const header: Row = ['Title', 'Price', 'Modifier group'];
    merchant.sandbox.inject(refusing('attach', { status: 422, code: 'INVALID_TRANSITION' }));
    await merchant.importRows(header, ['Hot', 0, 'Spice level']);
    // What differs stays as it is, but its group is its due.
    const again = await merchant.importRows(header, ['Hot', 500, 'Spice level']);
    expect(again.rows).toMatchObject([{ status: 'changed', link: { status: 'linked', groupId: 2101 } }]);
    expect(again.sent.map(({ path }) => path)).toEqual(['/v1/partner/menus/modifier-groups/modifiers']);
    expect(titlesIn(merchant)).toEqual(['Hot']);
  });
});

describe('a row with a klikit ID', () => {
  const header: Row = ['klikit ID', 'Title', 'SKU', 'Price'];

  test('is known by it, whatever became of its title and its SKU, and by these from then on', async () => {
    const merchant = await startMerchant();
    const { rows } = await merchant.importRows(header, [null, 'Ramen', 'R1', 60_000], [null, 'Udon', null, 50_000]);
    const [ramen, udon] = rows.map(({ klikitId = 0 }) => klikitId);
    const mapped = await merchant.importRows(header, [ramen ?? 0, 'House ramen', 'H1', 60_000], [udon ?? 0, 'House udon', null, 50_000]);
    expect(mapped.rows).toMatchObject([
      { status: 'changed', klikitId: ramen, key: `id:${ramen}` },
      { status: 'changed', klikitId: udon },
    ]);
    expect(codesOf(mapped)).toEqual([]);
    const later = await merchant.importRows(header, [null, 'Best ramen', 'H1', 60_000], [null, 'House udon', null, 50_000]);
    expect(later.rows).toMatchObject([
      { status: 'changed', klikitId: ramen },
      { status: 'changed', klikitId: udon },
    ]);
    expect([...mapped.sent, ...later.sent]).toEqual([]);
  });

  test('that nobody gave out fails, and nothing is sent', async () => {
    const merchant = await startMerchant();
    const { rows, sent } = await merchant.importRows(header, [99, 'Ramen', null, 60_000], [null, 'Udon', null, 50_000]);
    expect(rows).toMatchObject([{ status: 'failed', issues: [{ code: 'klikit_id_unknown' }] }, { status: 'created' }]);
    expect(sent).toHaveLength(1);
  });

  test('that nobody gave out is named by its cell', async () => {
    const merchant = await startMerchant();
    const { rows } = await merchant.importRows(header, [99, 'Ramen', null, 60_000]);
    expect(rows[0]?.issues).toMatchObject([{ cell: 'A2', message: expect.not.stringContaining('{') }]);
  });

  test('of one entry and the SKU of another fails, and names both', async () => {
    const merchant = await startMerchant();
    const made = await merchant.importRows(header, [null, 'Ramen', 'R1', 60_000], [null, 'Udon', 'U1', 50_000]);
    const [ramen, udon] = made.rows.map(({ klikitId = 0 }) => klikitId);
    const { rows, sent } = await merchant.importRows(header, [ramen ?? 0, 'Ramen', 'U1', 60_000]);
    expect(rows).toMatchObject([{ status: 'failed', issues: [{ code: 'conflicting_identity' }] }]);
    expect(rows[0]?.issues[0]?.message).toContain(`${ramen}, klikit ID ${udon}`);
    expect(sent).toEqual([]);
  });

  test('of another merchant fails', async () => {
    const servers = await startServers({ merchants: ['demo', 'other'] });
    const made = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: [header, [null, 'Ramen', null, 1]] }));
    const taken = await menuWorkbook({ Menu: [header, [made.rows[0]?.klikitId ?? 0, 'Ramen', null, 1]] });
    const report = await servers.importWorkbook('uploads/other/menu.xlsx', taken);
    expect(report.rows).toMatchObject([{ status: 'failed', issues: [{ code: 'klikit_id_unknown' }] }]);
  });
});

describe('a row that is unknown', () => {
  const header: Row = ['klikit ID', 'Title', 'Price', 'Modifier group'];

  /** The create of "Hot" was done, and nobody can know: klikit says that its key was used. */
  async function startInDoubt() {
    const merchant = await startMerchant();
    merchant.sandbox.inject(refusing('Hot', { status: 409, code: 'state_idempotency_conflict', applied: true }));
    const first = await merchant.importRows(header, [null, 'Ramen', 60_000, null], [null, 'Hot', 0, 'Spice level']);
    expect(first.rows).toMatchObject([{ status: 'created' }, { status: 'unknown', link: { status: 'not_attempted' } }]);
    const made = merchant.sandbox.state().entries.find(({ title }) => title['en'] === 'Hot')?.id ?? 0;
    return { merchant, made };
  }

  test('is never sent again, however often it is uploaded', async () => {
    const { merchant } = await startInDoubt();
    for (let upload = 0; upload < 3; upload += 1) {
      const again = await merchant.importRows(header, [null, 'Ramen', 60_000, null], [null, 'Hot', 0, 'Spice level']);
      expect(again.rows).toMatchObject([{ status: 'unchanged' }, { status: 'unknown', issues: [{ code: 'klikit_unknown' }] }]);
      expect(again.sent).toEqual([]);
    }
  });

  test('has the request ids of its calls in every report', async () => {
    const { merchant } = await startInDoubt();
    const again = await merchant.importRows(header, [null, 'Ramen', 60_000, null], [null, 'Hot', 0, 'Spice level']);
    expect(again.rows[1]?.requestIds).toHaveLength(1);
  });

  test('is settled by the klikit ID that the merchant found, and linked then', async () => {
    const { merchant, made } = await startInDoubt();
    const settled = await merchant.importRows(header, [null, 'Ramen', 60_000, null], [made, 'Hot', 0, 'Spice level']);
    expect(settled.rows[1]).toMatchObject({ status: 'unchanged', klikitId: made, link: { status: 'linked' } });
    expect(settled.import.outcome).toBe('completed');
    expect(merchant.sandbox.state().groups[0]).toMatchObject({ options: [{ id: made }] });
    expect(titlesIn(merchant)).toEqual(['Ramen', 'Hot']);
  });

  test('stays settled when the klikit ID is gone from the sheet again', async () => {
    const { merchant, made } = await startInDoubt();
    await merchant.importRows(header, [null, 'Ramen', 60_000, null], [made, 'Hot', 0, 'Spice level']);
    const later = await merchant.importRows(header, [null, 'Ramen', 60_000, null], [null, 'Hot', 0, 'Spice level']);
    expect(later.rows[1]).toMatchObject({ status: 'unchanged', klikitId: made, link: { status: 'already_linked' } });
    expect(later.sent).toEqual([]);
  });
});

describe('what is in klikit and no row means any more', () => {
  test('is named once for the whole file, and left alone', async () => {
    const merchant = await startMerchant();
    const first = await merchant.importRows(['Title', 'Price'], ['Ramen', 1], ['Udon', 2], ['Soba', 3]);
    const { issues, sent, rows } = await merchant.importRows(['Title', 'Price'], ['Soba', 3]);
    expect(issues).toMatchObject([{ code: 'rows_gone', severity: 'warning' }]);
    expect(issues[0]?.message).toContain(`"Ramen" (klikit ID ${first.rows[0]?.klikitId}), "Udon" (klikit ID ${first.rows[1]?.klikitId})`);
    expect(rows).toMatchObject([{ status: 'unchanged' }]);
    expect(sent).toEqual([]);
    expect(titlesIn(merchant)).toEqual(['Ramen', 'Udon', 'Soba']);
  });

  test('is an old title, where a title without a SKU was edited: the new one is a new row', async () => {
    const merchant = await startMerchant();
    const first = await merchant.importRows(['Title', 'Price'], ['Ramen', 60_000]);
    const { issues, rows } = await merchant.importRows(['Title', 'Price'], ['Ramen special', 60_000]);
    expect(rows).toMatchObject([{ status: 'created', title: 'Ramen special' }]);
    expect(issues).toMatchObject([{ code: 'rows_gone', fix: expect.stringContaining('give your rows a SKU') }]);
    expect(issues[0]?.message).toContain(`"Ramen" (klikit ID ${first.rows[0]?.klikitId})`);
  });

  test('is not what another file brought there', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(['Title', 'Price'], ['Ramen', 60_000]);
    const drinks = await menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Sake', 90_000],
      ],
    });
    expect(codesOf(await merchant.importWorkbook('uploads/demo/drinks.xlsx', drinks))).toEqual([]);
  });

  test('is not an entry whose row is there, and failed because of its klikit ID', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(['klikit ID', 'Title', 'Price'], [null, 'Ramen', 60_000]);
    const { rows, issues } = await merchant.importRows(['klikit ID', 'Title', 'Price'], [99, 'Ramen', 60_000]);
    expect(rows).toMatchObject([{ status: 'failed' }]);
    expect(issues).toEqual([]);
  });

  test('is not claimed of an entry in doubt', async () => {
    const merchant = await startMerchant();
    merchant.sandbox.inject(refusing('Ramen', { status: 409, code: 'state_idempotency_conflict' }));
    await merchant.importRows(['Title', 'Price'], ['Ramen', 1], ['Udon', 2]);
    const { issues } = await merchant.importRows(['Title', 'Price'], ['Udon', 2]);
    expect(issues[0]?.message).toMatch(/"Ramen" \(nobody knows/);
  });
});

describe('an option that is in klikit already', () => {
  const header: Row = ['klikit ID', 'Title', 'SKU', 'Price', 'Modifier group'];

  test('is known where its group is named by its title first and by its number later', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(header, [null, 'Hot', null, 0, 'Spice level']);
    const { rows, sent } = await merchant.importRows(header, [null, 'Hot', null, 0, 2101]);
    expect(rows).toMatchObject([{ status: 'unchanged', link: { status: 'already_linked' } }]);
    expect(sent).toEqual([]);
  });

  test.each<[string, Row, Row]>([
    ['by its number first and by its title later', [null, 'Hot', null, 0, 2101], [null, 'Hot', null, 0, 'Spice level']],
    ['in two languages', [null, 'Large', null, 0, 'Drink size'], [null, 'Large', null, 0, 'Ukuran']],
    ['by its number first and by its title later, and it has a SKU', [null, 'Hot', 'H', 0, 2101], [null, 'Hot', 'H', 0, 'Spice level']],
  ])('is known where its group is named %s', async (_, before, after) => {
    const merchant = await startMerchant();
    await merchant.importRows(header, before);
    await merchant.importRows(header, after);
    expect(titlesIn(merchant)).toHaveLength(1);
  });

  test('is one option where two rows name its group by number and by title', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(header, [null, 'Hot', null, 0, 'Spice level'], [null, 'Hot', null, 0, 2101]);
    expect(titlesIn(merchant).length).toBeLessThan(2);
  });

  test('is not said to be in the group that its row names now, where it is in another', async () => {
    const merchant = await startMerchant();
    const made = await merchant.importRows(header, [null, 'Hot', null, 0, 'Spice level']);
    const { rows } = await merchant.importRows(header, [made.rows[0]?.klikitId ?? 0, 'Hot', null, 0, 'Drink size']);
    expect(rows[0]?.link).not.toMatchObject({ groupTitle: 'Drink size', status: 'already_linked' });
  });

  test('is told to differ where its sequence was changed', async () => {
    const merchant = await startMerchant();
    await merchant.importRows(['Title', 'Price', 'Modifier group', 'Sequence'], ['Hot', 0, 2101, 1]);
    const { rows } = await merchant.importRows(['Title', 'Price', 'Modifier group', 'Sequence'], ['Hot', 0, 2101, 7]);
    expect(rows[0]?.changes).toMatchObject([{ field: 'sequence', before: 1, after: 7 }]);
  });
});

describe('an event that asks for everything once more', () => {
  const nightly = (id = 'night-1', reason: 'schedule' | 'manual' = 'schedule', merchant = 'demo') => ({ merchant, reason, id });
  const lunch = () =>
    menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Ramen', 1],
        ['Udon', 2],
      ],
    });
  const drinks = () =>
    menuWorkbook({
      Menu: [
        ['Title', 'Price'],
        ['Sake', 3],
      ],
    });

  test('imports every workbook of the merchant, one after the other, and nobody else’s', async () => {
    const servers = await startServers({ merchants: ['demo', 'other'] });
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    await servers.importWorkbook('uploads/demo/bar/drinks.xlsx', await drinks());
    await servers.importWorkbook('uploads/other/menu.xlsx', await drinks());
    const before = servers.sandbox.calls().length;
    const { imports } = await servers.handler(nightly());
    expect(imports).toMatchObject([
      { merchant: 'demo', outcome: 'completed', summary: { unchanged: 1, calls: 0 } },
      { merchant: 'demo', outcome: 'completed', summary: { unchanged: 2, calls: 0 } },
    ]);
    const night = (await servers.reports()).filter((report) => report.import.trigger === 'schedule');
    expect(night.map((report) => report.import.source.key).sort()).toEqual(['uploads/demo/bar/drinks.xlsx', 'uploads/demo/lunch.xlsx']);
    expect(servers.sandbox.calls()).toHaveLength(before);
  });

  test('heals what was refused by klikit, not attempted, or not put into its group', async () => {
    const merchant = await startMerchant();
    merchant.sandbox.inject(refusing('Udon'));
    merchant.sandbox.inject(refusing('attach', { status: 403, code: 'auth_forbidden' }));
    const rows: Row[] = [
      ['Ramen', 1, null],
      ['Udon', 2, null],
      ['Hot', 0, 2101],
    ];
    await merchant.importRows(['Title', 'Price', 'Modifier group'], ...rows);
    const { imports } = await merchant.handler(nightly());
    expect(imports).toMatchObject([{ outcome: 'completed', summary: { unchanged: 2, created: 1, links: { linked: 1 } } }]);
    expect(titlesIn(merchant)).toEqual(['Ramen', 'Hot', 'Udon']);
  });

  test('heals with the secret of today what stopped with the secret of yesterday', async () => {
    const merchant = await startMerchant();
    merchant.sandbox.rotate({ [testCredentials.partnerKey]: 'new-secret' });
    const stopped = await merchant.importRows(['Title', 'Price'], ['Ramen', 1]);
    expect(stopped.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    merchant.secrets.put('klikit/demo', secretText({ ...testCredentials, secretKey: 'new-secret' }));
    expect((await merchant.handler(nightly())).imports).toMatchObject([{ outcome: 'completed', summary: { created: 1 } }]);
  });

  test('with the same id again sends nothing, and leaves the reports as they are', async () => {
    const servers = await startServers();
    servers.sandbox.inject(refusing('Udon', { times: 2 }));
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    const first = await servers.handler(nightly());
    const key = reportKey('demo', first.imports[0]?.importId ?? '');
    const [before, calls, segments] = [await servers.read(key), servers.sandbox.calls().length, await servers.segments()];
    expect(await servers.handler(nightly())).toEqual(first);
    expect(await servers.read(key)).toBe(before);
    expect(servers.sandbox.calls()).toHaveLength(calls);
    expect(await servers.segments()).toEqual(segments);
  });

  test('with another id is another import', async () => {
    const servers = await startServers();
    servers.sandbox.inject(refusing('Udon', { times: 2 }));
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    const first = await servers.handler(nightly('night-1'));
    const second = await servers.handler(nightly('night-2'));
    expect(first.imports).toMatchObject([{ summary: { unchanged: 1, failed: 1 } }]);
    expect(second.imports).toMatchObject([{ summary: { unchanged: 1, created: 1 } }]);
    expect(await servers.reports()).toHaveLength(3);
  });

  test('says in its reports who asked', async () => {
    const servers = await startServers();
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    await servers.handler(nightly('one', 'schedule'));
    await servers.handler(nightly('two', 'manual'));
    expect((await servers.reports()).map((report) => report.import.trigger).sort()).toEqual(['manual', 'schedule', 'upload']);
  });

  test('leaves out what was refused for what it is, what was deleted, and older versions', async () => {
    const servers = await startServers();
    await servers.importWorkbook('uploads/demo/old.xlsx', await drinks());
    await servers.importWorkbook('uploads/demo/notes.txt', Buffer.from('Buy rice.'));
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await drinks());
    await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    await servers.client.send(new DeleteObjectCommand({ Bucket: 'uploads', Key: 'uploads/demo/old.xlsx' }));
    const { imports } = await servers.handler(nightly());
    expect(imports).toMatchObject([{ outcome: 'completed', summary: { rows: 2, unchanged: 2 } }]);
  });

  test('takes what was refused because a secret was missing, once it is there', async () => {
    const servers = await startServers();
    servers.secrets.put('klikit/demo', '');
    const refused = await servers.importWorkbook('uploads/demo/lunch.xlsx', await lunch());
    expect(refused.import).toMatchObject({ outcome: 'refused', reason: 'secret_missing' });
    servers.secrets.put('klikit/demo', secretText(testCredentials));
    expect((await servers.handler(nightly())).imports).toMatchObject([{ outcome: 'completed', summary: { created: 2 } }]);
  });

  test('takes a workbook whose own event never came, and that event finds nothing to do when it comes', async () => {
    const servers = await startServers();
    const event = await servers.upload('uploads/demo/lunch.xlsx', await lunch());
    expect((await servers.handler(nightly())).imports).toMatchObject([{ outcome: 'completed', summary: { created: 2 } }]);
    expect((await servers.handler(event)).imports).toMatchObject([{ outcome: 'completed', summary: { unchanged: 2, calls: 0 } }]);
  });

  test('has nothing to do for a merchant who never uploaded anything', async () => {
    const { handler, results } = await startServers();
    expect(await handler(nightly())).toEqual({ imports: [], ignored: [] });
    expect(await results.list('')).toEqual([]);
  });

  test.each([
    ['a merchant that climbs', { merchant: '../x', reason: 'schedule', id: '1' }],
    ['a merchant in capitals', { merchant: 'Demo', reason: 'schedule', id: '1' }],
    ['no merchant', { reason: 'schedule', id: '1' }],
    ['a reason that nobody knows', { merchant: 'demo', reason: 'upload', id: '1' }],
    ['no id', { merchant: 'demo', reason: 'manual' }],
    ['an empty id', { merchant: 'demo', reason: 'manual', id: '' }],
    ['an id that is no text', { merchant: 'demo', reason: 'manual', id: 7 }],
  ])('and has %s is unreadable, and nothing is written', async (_, event) => {
    const { handler, results } = await startServers();
    await expect(handler(event)).rejects.toThrow(EventUnreadable);
    expect(await results.list('')).toEqual([]);
  });
});

describe('the ledger', () => {
  const thousand: Row[] = Array.from({ length: 1_000 }, (_, position) => [`Dish ${position + 1}`, 10_000]);

  test.each([
    ['as it is deployed', {}, 0.1],
    ['where klikit is not trusted with keys', { IN_DOUBT: 'report' }, 1],
  ])('%s grows little with the rows', async (name, settings, mostPerRow) => {
    const servers = await startServers({ settings });
    const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: [['Title', 'Price'], ...thousand] }));
    expect(report.summary).toMatchObject({ created: 1_000, calls: 1_000 });
    const objects = (await servers.results.list('ledger/')).length;
    process.stdout.write(`the ledger ${name}: ${objects} objects for 1,000 rows\n`);
    expect(objects / 1_000).toBeLessThanOrEqual(mostPerRow);
  });
});
