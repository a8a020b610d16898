import { expect, test } from 'vitest';
import { itemsNamed, startVirtualWorld } from './virtual-world.ts';

test('10,000 rows under a cap of five calls a second are imported in slices, with few durable operations, each row once', async () => {
  const rows = 10_000;
  const rate = { perSecond: 5, window: 'sliding', headers: false, retryAfter: 'seconds' } as const;
  const { clock, klikit, deliver, ledgerObjects, reports } = await startVirtualWorld({ workbooks: [itemsNamed('Dish', rows)], rate });
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
  const { clock, klikit, deliver, reports } = await startVirtualWorld({
    workbooks: [itemsNamed('Dish', 1_500), itemsNamed('Drink', 10), itemsNamed('Soup', 10)],
    rate,
  });
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
