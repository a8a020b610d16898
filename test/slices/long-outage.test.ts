import { describe, expect, test } from 'vitest';
import { itemsNamed, startVirtualWorld } from './virtual-world.ts';

const minuteMs = 60_000;
const rows = 800;

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

describe('a klikit that answers 502', () => {
  const badGateway = () => new Response('<html>Bad gateway</html>', { status: 502 });
  const startOutage = async (minutes: number) => {
    const isDown = during(minutes);
    let failures = 0;
    const fault = (at: Date) => {
      if (!isDown(at)) return undefined;
      failures += 1;
      return badGateway();
    };
    const world = await startVirtualWorld({ workbooks, fault });
    return { ...world, failures: () => failures };
  };

  test('for ten minutes is waited for, with few calls, and nothing is twice', async () => {
    const { clock, klikit, deliver, reports, failures } = await startOutage(10);
    await clock.run(deliver(0));
    expect(reports()).toMatchObject([{ import: { outcome: 'completed' }, summary: { rows, created: rows, unknown: 0 } }]);
    expect(klikit.state().entries).toHaveLength(rows);
    process.stdout.write(`502 for ten minutes: ${failures()} calls\n`);
    // Those that were in flight, and less than one in a second to ask whether it is back.
    expect(failures()).toBeLessThan(32 + 10 * 60);
  });

  test('for an hour stops the import: what was in flight is unknown, the rest was not attempted', async () => {
    const { clock, klikit, deliver, reports, failures } = await startOutage(60);
    await clock.run(deliver(0));
    const [report] = reports();
    expect(report.import).toMatchObject({ outcome: 'stopped', reason: 'klikit_unreachable' });
    const { created, unknown, not_attempted } = report.summary;
    expect(created + unknown + not_attempted).toBe(rows);
    // Those that were in flight, and those that took the places of the first two failures: the third shows that it is an outage.
    expect(unknown).toBeLessThanOrEqual(32 + 2);
    expect(klikit.state().entries).toHaveLength(created);
    process.stdout.write(`502 for an hour: ${failures()} calls, ${unknown} rows unknown, ${not_attempted} not attempted\n`);
    expect(failures()).toBeLessThan(not_attempted);
  });
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
