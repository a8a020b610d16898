import { describe, expect, test } from 'vitest';
import { itemsNamed, startVirtualWorld } from './virtual-world.ts';

const minuteMs = 60_000;
const rows = 300;

/** From two seconds after the start on, when the import is in its midst, for so long. */
const during = (minutes: number) => {
  const from = Date.parse('2026-11-24T09:00:02Z');
  return (at: Date) => at.getTime() >= from && at.getTime() < from + minutes * minuteMs;
};

/** What `fetch` throws where nobody listens. */
function refused(): TypeError {
  return new TypeError('fetch failed', {
    cause: Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' }),
  });
}

const workbooks = [itemsNamed('Dish', rows)];

describe('a klikit that nobody can connect to', () => {
  test('for ten minutes is waited for: the import pauses, slice by slice, and goes on to its end', async () => {
    const isDown = during(10);
    const { clock, klikit, deliver, reports } = await startVirtualWorld({ workbooks, fault: (at) => (isDown(at) ? refused() : undefined) });
    const { kinds, operations } = await clock.run(deliver(0));
    expect(reports()).toMatchObject([{ import: { outcome: 'completed' }, summary: { rows, created: rows, unknown: 0 } }]);
    expect(klikit.state().entries).toHaveLength(rows);
    expect(kinds.at(-1)).toBe('done');
    expect(operations).toBeLessThan(200);
    process.stdout.write(`klikit down for ten minutes: ${kinds.length} slices, ${operations} durable operations\n`);
  });

  test('for an hour stops the import, which says how far it came', async () => {
    const isDown = during(60);
    const { clock, klikit, deliver, reports } = await startVirtualWorld({ workbooks, fault: (at) => (isDown(at) ? refused() : undefined) });
    await clock.run(deliver(0));
    const [report] = reports();
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    expect(report.summary).toMatchObject({ created: klikit.state().entries.length, unknown: 0 });
    expect(report.issues[0].message).toContain(`Of ${rows} rows ${report.summary.created} are in klikit now`);
  });
});

test('a klikit that answers 502 for ten minutes is not hammered: the import stops itself, and nothing is twice', async () => {
  const isDown = during(10);
  const badGateway = () => new Response('<html>Bad gateway</html>', { status: 502 });
  const { clock, klikit, deliver, reports } = await startVirtualWorld({
    workbooks,
    fault: (at) => (isDown(at) ? badGateway() : undefined),
  });
  await clock.run(deliver(0));
  const [report] = reports();
  expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
  const { created, unknown, not_attempted } = report.summary;
  expect(created + unknown + not_attempted).toBe(rows);
  // The eight that were in flight, and the two that took the places of the first two that were given up; the third ends it.
  expect(unknown).toBeLessThanOrEqual(8 + 2);
  expect(klikit.state().entries).toHaveLength(created);
});

describe('a secret that klikit has replaced', () => {
  const acceptedKey = (at: Date) => (at.getTime() < Date.parse('2026-11-24T09:00:02Z') ? 'secret' : 'new');

  test('and that is put in ten minutes later is waited for, and nothing is lost', async () => {
    const secretKey = (at: Date) => (at.getTime() < Date.parse('2026-11-24T09:10:00Z') ? 'secret' : 'new');
    const { clock, klikit, deliver, reports } = await startVirtualWorld({ workbooks, acceptedKey, secretKey });
    await clock.run(deliver(0));
    expect(reports()).toMatchObject([{ import: { outcome: 'completed' }, summary: { created: rows, unknown: 0 } }]);
    expect(klikit.state().entries).toHaveLength(rows);
  });

  test('and that nobody puts in stops the import: the operator is told, and what was created stays', async () => {
    const { clock, klikit, deliver, reports } = await startVirtualWorld({ workbooks, acceptedKey });
    await clock.run(deliver(0));
    const [report] = reports();
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_credentials_rejected' });
    expect(report.summary).toMatchObject({ created: klikit.state().entries.length, unknown: 0 });
    expect(report.issues[0]).toMatchObject({ code: 'stopped_without_access' });
  });
});
