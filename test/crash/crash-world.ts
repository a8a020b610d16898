import type { ImportPorts, InDoubt } from '../../functions/menu-import/import-ports.ts';
import { Credentials } from '../../functions/menu-import/klikit/credentials.ts';
import { PaceMemory } from '../../functions/menu-import/klikit/pacing/pace-memory.ts';
import { jsonLogger, type Logger } from '../../functions/menu-import/logger.ts';
import { renderAsJson } from '../support/render-as-json.ts';
import type { Cut } from './cut.ts';
import { doomedPorts } from './doomed-ports.ts';
import { DoomedProcess } from './doomed-process.ts';
import { type KlikitBehaviour, KlikitInProcess } from './klikit-in-process.ts';
import { MemoryBucket } from './memory-bucket.ts';
import type { SliceEnd } from './run-slice.ts';
import { credentials, groups, readScenarioWorkbook, settings } from './scenario.ts';
import { stemsFrom } from './stems-from.ts';
import { VirtualClock } from './virtual-clock.ts';

export interface WorldOptions {
  /** What klikit makes of the keys. */
  idempotency: KlikitBehaviour['idempotency'];
  inDoubt: InDoubt;
  /** What befalls each process, in the order in which they are started. */
  cuts: readonly (Cut | undefined)[];
  /** Of all dice: how long the ways are, how wrong the clocks, how long a jittered pause. */
  seed: number;
}

/** One running copy of the function, with nothing of its own but its memory. */
export interface StartedProcess {
  process: DoomedProcess;
  ports: ImportPorts;
  log: Logger;
}

/** S3, klikit and a clock, and the processes that come and go. */
export class CrashWorld {
  readonly clock: VirtualClock;
  readonly uploads: MemoryBucket;
  readonly results: MemoryBucket;
  readonly klikit: KlikitInProcess;
  readonly logLines: string[] = [];
  readonly processes: DoomedProcess[] = [];
  /** Settle when those who stood still have come to an end after all. */
  readonly zombies: Promise<void>[] = [];
  /** What slices threw although no port had thrown it. */
  readonly unexplained: unknown[] = [];
  readonly #options: WorldOptions;

  private constructor(clock: VirtualClock, klikit: KlikitInProcess, options: WorldOptions) {
    this.clock = clock;
    this.klikit = klikit;
    this.uploads = new MemoryBucket(clock, { keepsVersions: true });
    this.results = new MemoryBucket(clock);
    this.#options = options;
  }

  static async open(options: WorldOptions): Promise<CrashWorld> {
    const clock = new VirtualClock();
    const { idempotency } = options;
    const accepted = { [credentials.partnerKey]: credentials.secretKey };
    return new CrashWorld(clock, await KlikitInProcess.open(clock, { idempotency, groups, credentials: accepted }), options);
  }

  start(): StartedProcess {
    const { cuts, seed, inDoubt } = this.#options;
    const number = this.processes.length;
    const process = new DoomedProcess(this.clock, seed * 1_000 + number, cuts[number]);
    this.processes.push(process);

    // Any two clocks differ by the margin at most.
    const skewMs = Math.round((process.random() - 0.5) * settings.clockMarginMs);
    const now = () => new Date(this.clock.now().getTime() + skewMs);
    const { uploads, results, klikit } = this;
    const readCredentials = () => Promise.resolve(new Credentials(credentials.partnerKey, credentials.secretKey));
    let ids = 0;
    const ports: ImportPorts = {
      ...doomedPorts(process, { uploads, results, readCredentials, fetch: klikit.fetch }, settings.requestTimeoutMs),
      readWorkbook: readScenarioWorkbook,
      paces: new PaceMemory(settings.maxConcurrency),
      now,
      sleep: (ms) => process.sleep(ms),
      random: process.random,
      newId: () => {
        ids += 1;
        return `00000000-0000-4000-8000-${digits(number, 6)}${digits(ids, 6)}`;
      },
      defaults: { currency: 'IDR', language: 'en', vatPercent: 0, visibleOn: ['1'] },
      wireNames: { sku: 'skuID', preparation: 'preparationTime' },
      renderings: renderAsJson,
      settings: { ...settings, inDoubt },
    };
    return { process, ports, log: jsonLogger((line) => this.logLines.push(line), now, 'debug') };
  }

  /** Takes note of how a slice ended. */
  witness(process: DoomedProcess, end: SliceEnd<unknown>): void {
    if (end.kind === 'threw' && !stemsFrom(end.error, process.thrown)) this.unexplained.push(end.error);
    if (end.kind === 'froze') this.zombies.push(end.later.then((later) => this.witness(process, later)));
  }
}

function digits(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
