import { setTimeout as sleep } from 'node:timers/promises';
import { S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { SecretsManagerClient, type SecretsManagerClientConfig } from '@aws-sdk/client-secrets-manager';
import { type Environment, parseEnvironment } from './environment.ts';
import { type ImportPorts, type ImportProgress, importMenu } from './import-menu.ts';
import { type CallEvent, createKlikitClient } from './klikit/client.ts';
import { idempotencyKey } from './klikit/idempotency-key.ts';
import { readCredentials } from './klikit/read-credentials.ts';
import { objectStoreLedger } from './ledger/object-store-ledger.ts';
import { errorFields, jsonLogger, type Logger } from './logger.ts';
import { menuDefaults } from './menu-defaults.ts';
import { type IgnoredBecause, parseEvent } from './parse-event.ts';
import type { ImportHeader, ReportSummary } from './report/report-schema.ts';
import { s3ObjectStore } from './store/s3-object-store.ts';
import { readWorkbookInWorker } from './workbook/read-workbook-in-worker.ts';

/** What the function answers: counts and ids, never a cell. */
export interface HandlerResult {
  imports: { merchant: string; importId: string; outcome: ImportHeader['outcome']; reason?: string; summary: ReportSummary }[];
  ignored: IgnoredBecause[];
}

export type Handler = (event: unknown) => Promise<HandlerResult>;

/** What differs between AWS and this machine. On AWS all of it is left out. */
export interface Surroundings {
  s3?: S3ClientConfig;
  secretsManager?: SecretsManagerClientConfig;
  writeLog?: (line: string) => void;
  onProgress?: (progress: ImportProgress) => void;
  onCall?: (event: CallEvent) => void;
}

/** Puts the parts together. Connections live as long as the handler; everything else is made anew for each import. */
export function createHandler(environment: Environment, surroundings: Surroundings = {}): Handler {
  const s3 = new S3Client(surroundings.s3 ?? {});
  const secrets = new SecretsManagerClient(surroundings.secretsManager ?? {});
  const now = () => new Date();
  // oxlint-disable-next-line eslint/no-console -- Lambda takes its log from here.
  const log = jsonLogger(surroundings.writeLog ?? console.log, now, environment.LOG_LEVEL);
  const results = s3ObjectStore(s3, environment.RESULTS_BUCKET);

  const ports: ImportPorts = {
    uploads: s3ObjectStore(s3, environment.UPLOADS_BUCKET, environment.READ_LIMITS.maxReportFileBytes),
    results,
    readWorkbook: (bytes) => readWorkbookInWorker(bytes, environment.READ_LIMITS),
    defaults: menuDefaults(environment),
    wireNames: { sku: environment.KLIKIT_SKU_FIELD, preparation: environment.KLIKIT_PREPARATION_FIELD },
    connect: async (merchant, importId) => {
      const secretName = `${environment.KLIKIT_SECRET_PREFIX}${merchant}`;
      return createKlikitClient({
        apiUrl: environment.KLIKIT_API_URL,
        credentials: await readCredentials(secrets, secretName),
        rereadCredentials: () => readCredentials(secrets, secretName),
        fetch,
        now,
        sleep: (ms) => sleep(ms),
        random: Math.random,
        idempotencyKey: (operation, body) => idempotencyKey(importId, operation, body),
        requestTimeoutMs: environment.REQUEST_TIMEOUT_MS,
        maxPauseSeconds: environment.MAX_PAUSE_SECONDS,
        maxConcurrency: environment.MAX_CONCURRENCY,
        ...(surroundings.onCall === undefined ? {} : { onCall: surroundings.onCall }),
      });
    },
    openLedger: (merchant, importId) => objectStoreLedger({ results, merchant, importId, now }),
    now,
    ...(surroundings.onProgress === undefined ? {} : { onProgress: surroundings.onProgress }),
  };
  return (event) => handle(event, environment.UPLOADS_BUCKET, ports, log);
}

/** One import after the other; a record whose surroundings fail does not keep the others from being imported. */
async function handle(event: unknown, uploadsBucket: string, ports: ImportPorts, log: Logger): Promise<HandlerResult> {
  const { requests, ignored } = parseEvent(event, uploadsBucket);
  for (const because of ignored) log.warn('record ignored', { because });

  const result: HandlerResult = { imports: [], ignored };
  const faults: unknown[] = [];
  for (const request of requests) {
    const { merchant } = request;
    try {
      const { import: header, summary } = await importMenu(request, ports);
      const { id: importId, outcome, reason } = header;
      log.info('import finished', { merchant, importId, outcome, reason, ...flat(summary) });
      result.imports.push({ merchant, importId, outcome, summary, ...(reason === undefined ? {} : { reason }) });
    } catch (error) {
      log.error('import failed', { merchant, ...errorFields(error) });
      faults.push(error);
    }
  }
  if (faults.length === 1) throw faults[0];
  if (faults.length > 1) throw new AggregateError(faults, `${faults.length} imports failed`);
  return result;
}

function flat({ links, ...rows }: ReportSummary): Record<string, number> {
  return { ...rows, ...Object.fromEntries(Object.entries(links).map(([status, count]) => [`links_${status}`, count])) };
}

let onAws: Handler | undefined;

/** What Lambda calls. Settings are read at the first event, so that a wrong one is heard of in the log of that event. */
export const handler: Handler = (event) => {
  // oxlint-disable-next-line node/no-process-env -- the one place where the process's environment is read.
  onAws ??= createHandler(parseEnvironment(process.env));
  return onAws(event);
};
