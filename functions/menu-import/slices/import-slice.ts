import type { ImportPorts } from '../import-ports.ts';
import type { KlikitClient } from '../klikit/client.ts';
import type { LearntPace } from '../klikit/pacing/learnt-pace.ts';
import type { Closed, Fact } from '../ledger/fact.ts';
import { ImportWriter } from '../ledger/import-writer.ts';
import type { MerchantLog } from '../ledger/merchant-log.ts';
import type { MenuRead } from '../read-menu.ts';
import { connectKlikit } from './connect-klikit.ts';
import { type Preparation, prepareImport } from './prepare-import.ts';
import { sendMenu } from './send-menu.ts';

/**
 * One slice of the import whose turn this writer has. In the end the ledger has it closed, or released for the next slice.
 * Answers what was read, so that its report need not read it again.
 */
export async function importSlice(log: MerchantLog, id: string, ports: ImportPorts, endsAt: Date): Promise<MenuRead | undefined> {
  const { now, settings } = ports;
  let klikit: KlikitClient | undefined;
  const writer = new ImportWriter(log, id, {
    now,
    sendWindowMs: settings.sendWindowMs,
    mostWaiting: settings.chunkSize * 2,
    stats: () => klikit?.stats() ?? { calls: 0, retries: 0 },
  });
  const close = (closing: Pick<Closed, 'source' | 'refusal' | 'stoppedBecause' | 'pace'>) =>
    writer.append([{ fact: 'closed', finishedAt: now().toISOString(), ...closing }]);

  const prepared = await prepareOrRelease(log, writer, ports);
  switch (prepared.kind) {
    case 'refuse':
      await close({ source: prepared.source, refusal: prepared.refusal });
      return undefined;
    case 'stop':
      await close({ source: prepared.source, stoppedBecause: prepared.because });
      return undefined;
    case 'pause':
      await writer.append([released(prepared.resumeAtMs, prepared.pausedMs)]);
      return undefined;
    case 'ready':
      break;
  }

  const pacing = ports.paces.of(settings.apiUrl, prepared.credentials, log.state.pace);
  klikit = connectKlikit(prepared.credentials, pacing, writer, ports, endsAt);
  const isComplete = await sendMenu(prepared.read.menu, { klikit, writer, ledger: log.state, ports, endsAt });
  const stoppedBecause = klikit.stopped();
  const pace = pacing.learnt();
  if (isComplete || stoppedBecause !== undefined) {
    await close({ source: prepared.source, pace, ...(stoppedBecause === undefined ? {} : { stoppedBecause }) });
  } else {
    const { resumeAtMs, pausedMs } = klikit.suspended() ?? { resumeAtMs: now().getTime(), pausedMs: writer.state.pausedMs };
    await writer.append([released(resumeAtMs, pausedMs, pace)]);
  }
  return prepared.read;
}

/** Before the first call nothing is in flight, so whoever tries again after a fault of our surroundings need not wait. */
async function prepareOrRelease(log: MerchantLog, writer: ImportWriter, ports: ImportPorts): Promise<Preparation> {
  const { state } = writer;
  try {
    return await prepareImport(state, log.state, ports);
  } catch (error) {
    // Should this fail too, they wait.
    await writer.append([released(ports.now().getTime(), state.pausedMs)]).catch(() => undefined);
    throw error;
  }
}

function released(resumeAtMs: number, pausedMs: number, pace?: LearntPace): Fact {
  return { fact: 'released', resumeAt: new Date(resumeAtMs).toISOString(), pausedMs, ...(pace === undefined ? {} : { pace }) };
}
