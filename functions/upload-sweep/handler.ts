import { LambdaClient, type LambdaClientConfig } from '@aws-sdk/client-lambda';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { jsonLogger, withFields, writeLine } from '../menu-import/logger.ts';
import { sendMetricsTo } from '../menu-import/metrics/send-metrics.ts';
import { parseSweepEnvironment, type SweepEnvironment } from './environment.ts';
import { hasReport } from './has-report.ts';
import { startExecution } from './start-execution.ts';
import { type SweepResult, sweepUploads } from './sweep-uploads.ts';
import { uploadedVersions } from './uploaded-versions.ts';

/** What differs between AWS and this machine. On AWS all of it is left out. */
interface Surroundings {
  s3?: S3ClientConfig;
  lambda?: LambdaClientConfig;
  now?: () => Date;
  /** Log and metrics. Default: the output of the process. */
  writeLog?: (line: string) => void;
}

type Sweep = (requestId?: string) => Promise<SweepResult>;

const minuteMs = 60_000;

/** Puts the parts together. Connections live as long as the process; nothing else does. */
export function createSweep(environment: SweepEnvironment, surroundings: Surroundings = {}): Sweep {
  const { now = () => new Date(), writeLog = writeLine } = surroundings;
  const { UPLOADS_BUCKET: uploadsBucket, RESULTS_BUCKET: resultsBucket } = environment;
  const s3 = new S3Client(surroundings.s3 ?? {});
  const lambda = new LambdaClient(surroundings.lambda ?? {});
  const log = jsonLogger(writeLog, now, 'info');
  return (requestId) =>
    sweepUploads({
      uploadsBucket,
      versions: () => uploadedVersions(s3, uploadsBucket),
      isAnswered: (upload) => hasReport(s3, resultsBucket, upload),
      start: (restart) => startExecution(lambda, environment.IMPORT_FUNCTION_ARN, restart),
      sendMetrics: sendMetricsTo(writeLog, now, environment.STACK_NAME),
      now,
      log: withFields(log, { requestId }),
      graceMs: environment.GRACE_MINUTES * minuteMs,
      lookbackMs: environment.LOOKBACK_DAYS * 24 * 60 * minuteMs,
      periodMs: environment.RETRY_HOURS * 60 * minuteMs,
    });
}

let onAws: Sweep | undefined;

/** What Lambda calls, on a schedule; what the schedule says is of no interest. Settings are read at the first run. */
export async function handler(_event: unknown, context: { awsRequestId: string }): Promise<SweepResult> {
  // oxlint-disable-next-line node/no-process-env -- the one place where the process's environment is read.
  onAws ??= createSweep(parseSweepEnvironment(process.env));
  return onAws(context.awsRequestId);
}
