import { setTimeout as sleep } from 'node:timers/promises';
import { type DurableContext, withDurableExecution } from '@aws/durable-execution-sdk-js';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { type Environment, EnvironmentInvalid, parseEnvironment } from './environment.ts';
import { type EventResult, type EventSurroundings, importEvent } from './import-event.ts';
import type { ImportPorts } from './import-ports.ts';
import { importSettings } from './import-settings.ts';
import { keepAliveFetch } from './klikit/http-fetch.ts';
import { PaceMemory } from './klikit/pacing/pace-memory.ts';
import { readCredentials } from './klikit/read-credentials.ts';
import { errorFields, jsonLogger, withFields, writeLine } from './logger.ts';
import { menuDefaults } from './menu-defaults.ts';
import { type SendMetrics, sendMetricsTo } from './metrics/send-metrics.ts';
import { sendReportMetrics } from './metrics/send-report-metrics.ts';
import { withCallMetrics } from './metrics/with-call-metrics.ts';
import { readPageAssets } from './report/read-page-assets.ts';
import { renderings } from './report/renderings.ts';
import { runDurably } from './shell/run-durably.ts';
import { runHere } from './shell/run-here.ts';
import type { Slice } from './slice.ts';
import { s3ObjectStore } from './store/s3-object-store.ts';
import { readerStartedAhead } from './workbook/read-workbook-in-worker.ts';

/** What the function answers: counts and ids, never a cell. */
export type HandlerResult = EventResult;

export type Handler = (event: unknown) => Promise<HandlerResult>;

/** What differs between AWS and this machine. On AWS all of it is left out. */
export interface Surroundings extends Pick<ImportPorts, 'onProgress' | 'onCall'> {
  /** Default: what lies beside the bundle. */
  readPageAssets?: typeof readPageAssets;
  /** Default: a worker thread of its own, with the limits of the settings. */
  readWorkbook?: ImportPorts['readWorkbook'];
  s3?: S3ClientConfig;
  secretsManager?: SecretsManagerClientConfig;
  /** Default: the output of the process. */
  writeLog?: (line: string) => void;
  /** Between two slices: klikit asked for a pause, or another import of the merchant is under way, or was interrupted. */
  onPause?: (kind: 'more' | 'busy', seconds: number) => void;
}

interface Connected extends EventSurroundings {
  sendMetrics: SendMetrics;
}

/** Puts the parts together. Connections, and how fast klikit lets itself be called, live as long as the process; everything else is made anew for each slice. */
function connect(environment: Environment, surroundings: Surroundings): Connected {
  const s3 = new S3Client(surroundings.s3 ?? {});
  const secrets = new SecretsManagerClient(surroundings.secretsManager ?? {});
  const now = () => new Date();
  const { writeLog = writeLine } = surroundings;
  const log = jsonLogger(writeLog, now, environment.LOG_LEVEL);
  const sendMetrics = sendMetricsTo(writeLog, now, environment.STACK_NAME);
  const ports: ImportPorts = {
    uploads: s3ObjectStore(s3, environment.UPLOADS_BUCKET, environment.READ_LIMITS.maxReportFileBytes),
    results: s3ObjectStore(s3, environment.RESULTS_BUCKET),
    readWorkbook: surroundings.readWorkbook ?? readerStartedAhead(environment.READ_LIMITS),
    readCredentials: (merchant) => readCredentials(secrets, `${environment.KLIKIT_SECRET_PREFIX}${merchant}`),
    paces: new PaceMemory(environment.MAX_CONCURRENCY),
    fetch: keepAliveFetch(),
    now,
    sleep: (ms) => sleep(ms),
    random: Math.random,
    newId: () => crypto.randomUUID(),
    defaults: menuDefaults(environment),
    wireNames: { sku: environment.KLIKIT_SKU_FIELD, preparation: environment.KLIKIT_PREPARATION_FIELD },
    settings: importSettings(environment),
    renderings: renderings(surroundings.readPageAssets ?? readPageAssets),
    onReport: (report) => sendReportMetrics(report, sendMetrics),
    ...(surroundings.onProgress && { onProgress: surroundings.onProgress }),
    ...(surroundings.onCall && { onCall: surroundings.onCall }),
  };
  return { uploadsBucket: environment.UPLOADS_BUCKET, ports, log, sendMetrics };
}

/** One slice, whose calls are counted. On AWS it is a step, so what is sent here is not sent again on replay. */
function runSlice(event: unknown, { sendMetrics, ...surroundings }: Connected, endsAt: Date): Promise<Slice<EventResult>> {
  const { ports } = surroundings;
  return withCallMetrics(ports.fetch, sendMetrics, (fetch) => importEvent(event, { ...surroundings, ports: { ...ports, fetch } }, endsAt));
}

/** The function outside of AWS: a loop around its slices instead of a durable execution. */
export function createHandler(environment: Environment, surroundings: Surroundings = {}): Handler {
  const connected = connect(environment, surroundings);
  const shell = { now: connected.ports.now, sleep: connected.ports.sleep, ...(surroundings.onPause && { onPause: surroundings.onPause }) };
  return (event) => runHere((endsAt) => runSlice(event, connected, endsAt), shell);
}

let onAws: Connected | undefined;

/**
 * What Lambda calls. Settings are read at the first event. Whatever ends an execution is logged here: the service takes it for an
 * answer, and says nothing.
 */
export const handler = withDurableExecution(async (event: unknown, context: DurableContext): Promise<HandlerResult> => {
  // As in Lambda's own lines of the invocation.
  const requestId: string | undefined = context.lambdaContext.awsRequestId;
  try {
    // oxlint-disable-next-line node/no-process-env -- the one place where the process's environment is read.
    const connected = (onAws ??= connect(parseEnvironment(process.env), {}));
    const log = withFields(connected.log, { requestId });
    return await runDurably(context, (endsAt) => runSlice(event, { ...connected, log }, endsAt));
  } catch (error) {
    const named = error instanceof EnvironmentInvalid ? { settings: error.message } : {};
    jsonLogger(writeLine, () => new Date(), 'error').error('execution failed', { ...errorFields(error), ...named, requestId });
    throw error;
  }
});
