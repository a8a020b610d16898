import type { ImportPorts } from './import-ports.ts';
import { type ImportRequest, importId } from './import-request.ts';
import { ImportTakenOver } from './ledger/import-writer.ts';
import type { ImportState, LedgerState } from './ledger/ledger-state.ts';
import { MerchantLog } from './ledger/merchant-log.ts';
import { whoseTurn } from './ledger/whose-turn.ts';
import { writeSnapshot } from './ledger/write-snapshot.ts';
import type { MenuRead } from './read-menu.ts';
import { importReport } from './report/import-report.ts';
import type { Report } from './report/report-schema.ts';
import { readPublishedReport, storeReport } from './report/store-report.ts';
import type { Slice } from './slice.ts';
import { importSlice } from './slices/import-slice.ts';

/**
 * Imports one uploaded workbook, as far as one slice goes. One import per merchant at a time, in the order of arrival: where
 * another one is open, that one is resumed and closed first, once nobody else can be at work on it. Whatever is wrong with the
 * file or with klikit ends in the report; only faults of our own surroundings (S3, the network to AWS) are thrown.
 */
export async function importMenu(request: ImportRequest, ports: ImportPorts, endsAt: Date): Promise<Slice<Report>> {
  const { merchant } = request;
  const id = importId(request);
  const earlier = await readPublishedReport(ports.results, merchant, id);
  if (earlier !== undefined) return { kind: 'done', result: earlier };

  const log = await MerchantLog.open(merchant, ports);
  await log.append(({ imports }) => (imports.has(id) ? undefined : { ...word(id, ports), facts: [{ fact: 'queued', request }] }));
  const menus: MenusRead = new Map();
  for (;;) {
    const own = log.state.imports.get(id);
    if (own === undefined) throw new Error(`the import ${id} is not in the ledger`);
    if (own.closed !== undefined) return { kind: 'done', result: await reportOf(own, log, ports, menus) };

    const turn = whoseTurn(log.state, ports.settings);
    if (turn === undefined) throw new Error('an import is open, and nobody has the turn');
    const nowMs = ports.now().getTime();
    const isPaused = turn.run.id === id && turn.run.turn?.resumeAtMs !== undefined;
    const pauseSeconds = (turn.fromMs - nowMs) / 1_000;
    if (pauseSeconds > 0) return isPaused ? { kind: 'more', pauseSeconds } : { kind: 'busy', pauseSeconds, behind: turn.run.id };
    if (nowMs >= endsAt.getTime()) return { kind: 'more', pauseSeconds: 0 };
    await reportLastClosed(log, ports, menus);
    if (await claim(log, turn.run.id, ports)) menus.set(turn.run.id, await runSlice(log, turn.run.id, ports, endsAt));
  }
}

/** Menus that this slice has read, by the ids of their imports, so that no report reads them again. */
type MenusRead = Map<string, MenuRead | undefined>;

/** Appends the claim, unless the turn has changed meanwhile. */
function claim(log: MerchantLog, id: string, ports: ImportPorts): Promise<boolean> {
  return log.append((state: LedgerState) => {
    const turn = whoseTurn(state, ports.settings);
    if (turn?.run.id !== id || turn.fromMs > ports.now().getTime()) return undefined;
    const sendUntil = new Date(ports.now().getTime() + ports.settings.sendWindowMs).toISOString();
    return { ...word(id, ports), sendUntil, facts: [{ fact: 'claimed' }] };
  });
}

/** Losing the import to somebody else is no fault: what was done is in the ledger, and they go on. */
async function runSlice(log: MerchantLog, id: string, ports: ImportPorts, endsAt: Date): Promise<MenuRead | undefined> {
  try {
    return await importSlice(log, id, ports, endsAt);
  } catch (error) {
    if (!(error instanceof ImportTakenOver)) throw error;
    return undefined;
  }
}

/** Nobody begins while the import before has no report: whoever should have written it may be gone. */
async function reportLastClosed(log: MerchantLog, ports: ImportPorts, menus: MenusRead): Promise<void> {
  const last = [...log.state.imports.values()].findLast(({ closed }) => closed !== undefined);
  if (last !== undefined) await reportOf(last, log, ports, menus);
}

async function reportOf(run: ImportState, log: MerchantLog, ports: ImportPorts, menus: MenusRead): Promise<Report> {
  const there = await readPublishedReport(ports.results, run.request.merchant, run.id);
  if (there !== undefined) return there;
  const made = await importReport(run, ports, menus.get(run.id));
  // A large menu takes as much memory as its report, and all of it is in there now.
  menus.delete(run.id);
  const report = await storeReport(ports, made.report, made.workbook);
  await writeSnapshot(ports.results, log);
  return report;
}

/** What every word of the log carries; this one gives no leave to send. */
function word(importId: string, { now }: Pick<ImportPorts, 'now'>) {
  return { importId, sendUntil: now().toISOString(), sent: { calls: 0, retries: 0 } };
}
