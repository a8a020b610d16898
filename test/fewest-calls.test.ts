import { describe, expect, test } from 'vitest';
import type { Report } from '../functions/menu-import/report/report-schema.ts';
import { menuWorkbook } from './support/menu-workbook.ts';
import { startServers } from './support/start-servers.ts';

type Row = (string | number | null)[];

const header: Row = ['Title', 'SKU', 'Price', 'Modifier group'];
const items: Row[] = Array.from({ length: 12 }, (_, dish) => [`Dish ${dish}`, `D${dish}`, 20_000 + dish, null]);
const options = (group: string | number, count: number): Row[] =>
  Array.from({ length: count }, (_, option) => [`Option ${group} ${option}`, `O-${group}-${option}`, 1_000, group]);

const createItem = 'POST /v1/partner/menus/items';
const linkModifiers = 'POST /v1/partner/menus/modifier-groups/modifiers';
const readMenu = 'GET /v1/partner/menus';

/** A merchant who uploads the same file name time and again, into a klikit that has two groups. */
async function startMerchant() {
  const groups = [
    { id: 2101, title: 'Spice level' },
    { id: 2105, title: { en: 'Drink size', id: 'Ukuran' } },
  ];
  const servers = await startServers({ klikit: { groups } });
  return {
    sandbox: servers.sandbox,
    /** The report, and the calls that klikit got for it, counted by what they ask for. */
    importRows: async (...rows: Row[]) => {
      const before = servers.sandbox.calls().length;
      const report = await servers.importWorkbook('uploads/demo/menu.xlsx', await menuWorkbook({ Menu: [header, ...rows] }));
      const calls = servers.sandbox.calls().slice(before);
      const counts = Object.entries(Object.groupBy(calls, ({ method, path }) => `${method} ${path}`));
      return { report, calls, byKind: Object.fromEntries(counts.map(([kind, made]) => [kind, made?.length])) };
    },
  };
}

/** What the report says of the calls is what klikit saw of them. */
function expectTrue({ report, calls }: { report: Report; calls: readonly unknown[] }): void {
  expect([report.summary.calls, report.summary.retries]).toEqual([calls.length, 0]);
  expect(report.summary).toMatchObject({ failed: 0, unknown: 0, not_attempted: 0 });
}

describe('a first import', () => {
  test('makes one call for each row, and nothing else', async () => {
    const { importRows } = await startMerchant();
    const imported = await importRows(...items);
    expect(imported.byKind).toEqual({ [createItem]: 12 });
    expect(new Set(imported.calls.map(({ body }) => body)).size).toBe(12);
    expectTrue(imported);
  });

  test('makes one more for each group, and does not look up what is named by its number', async () => {
    const { importRows } = await startMerchant();
    const imported = await importRows(...items, ...options(2101, 5), ...options(2105, 3));
    expect(imported.byKind).toEqual({ [createItem]: 12 + 8, [linkModifiers]: 2 });
    expectTrue(imported);
  });

  test('looks up the menu once, however many groups are named by their titles', async () => {
    const { importRows } = await startMerchant();
    const imported = await importRows(...items, ...options('Spice level', 4), ...options('Ukuran', 3));
    expect(imported.byKind).toEqual({ [readMenu]: 1, [createItem]: 12 + 7, [linkModifiers]: 2 });
    expectTrue(imported);
  });

  test('that klikit holds up repeats what it must, and says so', async () => {
    const { importRows, sandbox } = await startMerchant();
    sandbox.inject({ kind: 'status', status: 429, retryAfter: '0', match: ({ body }) => JSON.stringify(body).includes('Dish 3') });
    const { report, calls } = await importRows(...items);
    expect(report.summary).toMatchObject({ created: 12, calls: 13, retries: 1 });
    expect(calls).toHaveLength(13);
    expect(new Set(calls.map(({ idempotencyKey, body }) => `${idempotencyKey} ${body}`)).size).toBe(12);
  });
});

describe('the next import', () => {
  test('of the same file makes no call, whether its groups are named by numbers or by titles', async () => {
    const { importRows } = await startMerchant();
    const rows = [...items, ...options(2101, 5), ...options('Ukuran', 3)];
    await importRows(...rows);
    const again = await importRows(...rows);
    expect(again.calls).toEqual([]);
    expectTrue(again);
  });

  test('of a file with one option more makes two: it creates the option, and links it', async () => {
    const { importRows } = await startMerchant();
    await importRows(...items, ...options(2101, 4), ...options(2105, 3));
    const changed = await importRows(...items, ...options(2101, 5), ...options(2105, 3));
    expect(changed.byKind).toEqual({ [createItem]: 1, [linkModifiers]: 1 });
    expect(changed.calls.map(({ body }) => JSON.parse(body))).toMatchObject([
      { title: { en: 'Option 2101 4' } },
      { modifierGroupID: 2101 },
    ]);
    expectTrue(changed);
  });

  test('of a file with one dish more makes one; where only a price differs, what klikit has is left alone', async () => {
    const { importRows } = await startMerchant();
    await importRows(...items.slice(0, -1));
    const changed = await importRows(['Dish 0', 'D0', 99_000, null], ...items.slice(1));
    expect(changed.byKind).toEqual({ [createItem]: 1 });
    expect(changed.report.summary).toMatchObject({ created: 1, changed: 1, unchanged: 10, calls: 1, retries: 0 });
  });
});
