import { errorFields, type Logger } from '../menu-import/logger.ts';
import { sweepMetrics } from '../menu-import/metrics/metric-names.ts';
import type { SendMetrics } from '../menu-import/metrics/send-metrics.ts';
import { findUnanswered } from './find-unanswered.ts';
import { inParallel } from './in-parallel.ts';
import { type Restart, restart } from './restart.ts';
import type { Upload } from './upload-of.ts';
import type { UploadedVersion } from './uploaded-versions.ts';

/** Starts under way at the same time. */
const startsAtOnce = 16;

/** What a sweep came to. */
export interface SweepResult {
  /** Of the oldest upload without a report, whether it was started again or is too young for that; 0 where every upload has one. */
  oldestUnansweredSeconds: number;
  startedAgain: number;
}

export interface SweepPorts {
  uploadsBucket: string;
  versions: () => AsyncIterable<readonly UploadedVersion[]>;
  isAnswered: (upload: Upload) => Promise<boolean>;
  /** `taken` where an execution of that name was started with another payload. */
  start: (restart: Restart) => Promise<'started' | 'taken'>;
  sendMetrics: SendMetrics;
  now: () => Date;
  log: Logger;
  graceMs: number;
  lookbackMs: number;
  periodMs: number;
}

/**
 * Finds the uploads that nobody answered, and starts those again that had time enough. A start that fails keeps no other from its
 * turn, nor the metrics from being sent; then the sweep fails.
 */
export async function sweepUploads(ports: SweepPorts): Promise<SweepResult> {
  const { log } = ports;
  const now = ports.now();
  const ageMs = ({ uploadedAt }: Upload) => now.getTime() - uploadedAt.getTime();
  const { uploads, ...counts } = await findUnanswered({
    bucket: ports.uploadsBucket,
    versions: ports.versions(),
    isAnswered: ports.isAnswered,
    since: new Date(now.getTime() - ports.lookbackMs),
  });

  const faults: unknown[] = [];
  let startedAgain = 0;
  const due = uploads.filter((upload) => ageMs(upload) > ports.graceMs);
  await inParallel(startsAtOnce, due, async (upload) => {
    const fields = { merchant: upload.merchant, importId: upload.importId, ageSeconds: wholeSeconds(ageMs(upload)) };
    try {
      const answer = await ports.start(restart(upload, now, ports.periodMs));
      if (answer === 'taken') return log.warn('upload not started: the name is taken', fields);
      startedAgain += 1;
      log.info('upload started again', fields);
    } catch (error) {
      faults.push(error);
      log.error('upload not started', { ...fields, ...errorFields(error) });
    }
  });

  const [oldest] = uploads;
  const result = { oldestUnansweredSeconds: oldest === undefined ? 0 : wholeSeconds(ageMs(oldest)), startedAgain };
  log.info('sweep finished', { ...counts, unanswered: uploads.length, notStarted: faults.length, ...result });
  ports.sendMetrics({ [sweepMetrics.oldestUnanswered]: result.oldestUnansweredSeconds, [sweepMetrics.startedAgain]: startedAgain });
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} uploads could not be started`);
  return result;
}

/** Clocks differ: an upload may seem to come from the future. */
function wholeSeconds(ms: number): number {
  return Math.max(0, Math.floor(ms / 1_000));
}
