import { importEvent as theImporter } from '../../functions/menu-import/import-event.ts';
import type { Report } from '../../functions/menu-import/report/report-schema.ts';
import type { SandboxState } from '../../infra/local/sandbox/sandbox-state.ts';
import { type CrashCase, describeCase, variants } from './crash-case.ts';
import { CrashWorld } from './crash-world.ts';
import type { Effect } from './doomed-process.ts';
import { readReports } from './invariants/read-reports.ts';
import { findViolations } from './invariants.ts';
import type { KlikitCall } from './klikit-in-process.ts';
import { promisesOf } from './promises-of-case.ts';
import { type Course, type Delivery, runUntilQuiet } from './run-until-quiet.ts';
import { credentials, uploadMenus, uploadsBucket } from './scenario.ts';

export interface CaseResult {
  /** A sentence for each thing that must not be; empty where all is well. */
  violations: string[];
  /** What each process did, in the order in which they were started: where the next cut can be made. */
  effects: (readonly Effect[])[];
  calls: readonly KlikitCall[];
  /** What klikit holds in the end. */
  entries: SandboxState['entries'];
  /** By version of the menu. */
  reports: (Report | undefined)[];
  /** How to see it again. */
  replay: string;
}

/** Longer than a case needs, whatever it waits for. */
const mostMs = 30 * 24 * 3_600_000;

/**
 * Runs one case from its first event to its rest, delivers every event once more, and looks at what is there then. Never
 * rejects because of the importer. Another importer than the real one shows what the invariants are worth.
 */
export async function runCase(crashCase: CrashCase, importEvent: typeof theImporter = theImporter): Promise<CaseResult> {
  const { sandbox, inDoubt, variant, cuts, seed, recoversAfterMs = 1_000, sliceMs = 60_000 } = crashCase;
  const world = await CrashWorld.open({ idempotency: sandbox, inDoubt, cuts, seed });
  const { isWarm, arrivals } = variants[variant];
  const uploads = uploadMenus(world.uploads, Math.max(...arrivals.map(({ version }) => version)) + 1);
  const deliveries = arrivals.map(({ version, afterMs }) => ({ event: uploads[version]?.event, afterMs }));
  const course: Course<unknown> = {
    isWarm,
    recoversAfterMs,
    sliceMs,
    runSlice: (event, { ports, log }, endsAt) => importEvent(event, { uploadsBucket, ports, log }, endsAt),
  };

  const imports = uploads.map(({ expected }) => expected);
  const { klikit, results, logLines, processes, unexplained } = world;
  const unrest = await comeToRest(world, deliveries, course);
  const thrown = unexplained.map((error) => `a slice threw ${nameOf(error)}`);
  const strange = [...unrest, ...processes.flatMap(({ faults }) => faults), ...thrown];
  const end = { puts: results.puts, calls: klikit.calls, klikit: klikit.state(), logLines, imports, credentials };
  const { reported } = readReports(end);
  return {
    violations: [...new Set([...strange, ...findViolations({ ...end, promises: promisesOf(crashCase) })])],
    effects: processes.map(({ effects }) => effects),
    calls: klikit.calls,
    entries: end.klikit.entries,
    reports: imports.map(({ reportKey }) => reported.find((each) => each.reportKey === reportKey)?.report),
    replay: describeCase(crashCase),
  };
}

/** Delivers everything until it is done, and then once more, which must change nothing. Answers what is wrong with that. */
async function comeToRest(world: CrashWorld, deliveries: readonly Delivery[], course: Course<unknown>): Promise<string[]> {
  const run = async (): Promise<string[]> => {
    await runUntilQuiet(world, deliveries, course);
    const calls = world.klikit.calls.length;
    await runUntilQuiet(world, deliveries, course);
    const more = world.klikit.calls.length - calls;
    return more === 0 ? [] : [`${more} calls were made for events that were done with`];
  };
  try {
    return await world.clock.run(run(), mostMs);
  } catch (error) {
    return [`there was no rest: ${nameOf(error)}`];
  }
}

/** With the line that it comes from. */
function nameOf(error: unknown): string {
  const [, line = ''] = (error instanceof Error ? error.stack : undefined)?.split('\n') ?? [];
  return `${String(error)} ${line.trim()}`;
}
