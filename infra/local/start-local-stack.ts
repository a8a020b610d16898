import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { EnvironmentSource } from '../../functions/menu-import/environment.ts';
import { parseEnvironment } from '../../functions/menu-import/environment.ts';
import { createHandler, type HandlerResult, type Surroundings } from '../../functions/menu-import/handler.ts';
import { type Report, reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { reportKey } from '../../functions/menu-import/report/store-report.ts';
import type { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { pageFromSource } from '../bundle-page.ts';
import { isAllowedLocally, localBuckets, localIdentities } from './deployed-role.ts';
import { sandboxGroups } from './example/sandbox-groups.ts';
import { type ImportNews, NewsOfImports } from './import-news.ts';
import { ImportsByVersion } from './imports-by-version.ts';
import { startS3Server } from './s3/start-s3-server.ts';
import { startKlikitSandbox } from './sandbox/start-klikit-sandbox.ts';
import { startSecretsServer } from './secrets/start-secrets-server.ts';
import { takeStateDirectory } from './state-directory.ts';

/** A klikit that is not the embedded sandbox. */
export interface ExternalKlikit {
  apiUrl: string;
  partnerKey: string;
  secretKey: string;
}

export interface LocalStackOptions {
  /** Where state lies between runs. */
  stateRoot: string;
  merchants: readonly string[];
  /** Default: the embedded sandbox. */
  klikit?: ExternalKlikit;
  /** What the embedded sandbox accepts. Default: credentials that nobody else learns. */
  sandboxCredentials?: Pick<ExternalKlikit, 'partnerKey' | 'secretKey'>;
  /** Settings of the function that differ from its defaults. */
  settings?: EnvironmentSource;
  ports?: { s3?: number; secrets?: number; sandbox?: number };
  /** How a workbook is read. Default: as on AWS, each in a thread of its own. */
  readWorkbook?: typeof readWorkbook;
  onProgress?: Surroundings['onProgress'];
  onCall?: Surroundings['onCall'];
  onPause?: Surroundings['onPause'];
  /** An upload was imported, or could not be. */
  onImport?: (result: PromiseSettledResult<HandlerResult>) => void;
}

export interface LocalStack {
  s3Url: string;
  /** Absent where klikit is not the embedded sandbox. */
  sandboxUrl?: string;
  logFile: string;
  merchants: readonly string[];
  /** S3 as merchants and operators see it. */
  owner: S3Client;
  /** Tells what happens to imports from now on; answers how to stop that. */
  watch(watcher: (news: ImportNews) => void): () => void;
  /** Uploads a workbook as a merchant would, waits for its import, and answers the report as it lies in the bucket. */
  importWorkbook(merchant: string, fileName: string, bytes: Uint8Array): Promise<Report>;
  close: () => Promise<void>;
}

/** As the stack on AWS has it: upload pages are opened from files and phones, from anywhere. What they may do, the form says that was signed for them. */
const uploadPageCors = { origins: ['*'], methods: ['POST'], exposes: ['ETag', 'x-amz-version-id'] };

/** Starts S3, Secrets Manager and, unless another klikit is named, the sandbox on loopback, and the very handler behind them. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const state = await takeStateDirectory(
    options.stateRoot,
    options.klikit === undefined ? 'sandbox' : new URL(options.klikit.apiUrl).hostname,
  );
  const log = createWriteStream(state.log, { flags: 'a' });
  const closers: (() => Promise<void>)[] = [
    state.release,
    async () => {
      log.end();
      await finished(log);
    },
  ];
  const close = async () => {
    for (const closer of closers.splice(0).toReversed()) await closer();
  };

  try {
    const klikit = options.klikit ?? (await embeddedSandbox(state.sandboxState, options, closers));
    const secret = JSON.stringify({ partner_key: klikit.partnerKey, secret_key: klikit.secretKey });
    const secrets = await startSecretsServer({
      secrets: new Map(options.merchants.map((merchant) => [`klikit/${merchant}`, secret])),
      ...port(options.ports?.secrets),
    });
    closers.push(secrets.close);

    const imports = new ImportsByVersion();
    const news = new NewsOfImports();
    const s3 = await startS3Server({
      directory: state.buckets,
      buckets: [
        { name: localBuckets.uploads, notify: true, cors: [uploadPageCors] },
        { name: localBuckets.results, notify: true },
      ],
      allow: isAllowedLocally,
      formSecretKeys: { [localIdentities.owner]: 'local' },
      onObjectCreated: (event) => {
        if (event.Records[0]?.s3.bucket.name === localBuckets.uploads) imports.deliver(event);
        else news.tellOfResult(event);
      },
      ...port(options.ports?.s3),
    });
    closers.push(s3.close);
    await state.publishS3(s3.url);

    const environment = parseEnvironment({
      DEFAULT_CURRENCY: 'IDR',
      MAX_PAUSE_SECONDS: '10',
      // One process has this state at a time, and one clock: whoever was interrupted need not be waited for as long as on AWS.
      SEND_WINDOW_MS: '5000',
      CLOCK_MARGIN_MS: '0',
      ...options.settings,
      UPLOADS_BUCKET: localBuckets.uploads,
      RESULTS_BUCKET: localBuckets.results,
      KLIKIT_API_URL: klikit.apiUrl,
      KLIKIT_SECRET_PREFIX: 'klikit/',
    });
    const { readWorkbook: reader } = options;
    const handler = createHandler(environment, {
      s3: clientConfig(s3.url, localIdentities.functionRole),
      secretsManager: clientConfig(secrets.url, localIdentities.functionRole),
      writeLog: (line) => log.write(`${line}\n`),
      ...(reader && { readWorkbook: (bytes: Uint8Array) => reader(bytes, environment.READ_LIMITS) }),
      readPageAssets: pageFromSource,
      onProgress: (rows) => {
        options.onProgress?.(rows);
        news.tell({ kind: 'progress', rows });
      },
      onCall: (call) => {
        options.onCall?.(call);
        news.tell({ kind: 'call', call });
      },
      onPause: (because, seconds) => {
        options.onPause?.(because, seconds);
        news.tell({ kind: 'pause', because, seconds });
      },
    });
    imports.start(handler, {
      onArrival: (event) => news.tellOfUpload('arrived', event),
      onStart: (event) => news.tellOfUpload('started', event),
      onEnd: (event, result) => {
        if (result.status === 'rejected') news.tellOfUpload('failed', event);
        options.onImport?.(result);
      },
    });
    closers.push(() => imports.settle());

    const owner = new S3Client(clientConfig(s3.url, localIdentities.owner));
    return {
      s3Url: s3.url,
      ...(options.klikit === undefined ? { sandboxUrl: klikit.apiUrl } : {}),
      logFile: state.log,
      merchants: options.merchants,
      owner,
      watch: (watcher) => news.watch(watcher),
      close,
      async importWorkbook(merchant, fileName, bytes) {
        const put = new PutObjectCommand({ Bucket: localBuckets.uploads, Key: `uploads/${merchant}/${fileName}`, Body: bytes });
        const { VersionId: versionId = '' } = await owner.send(put);
        const result = await imports.result(versionId);
        const importId = result.imports[0]?.importId;
        if (importId === undefined) throw new Error(`the upload was not imported: ${result.ignored.join(', ')}`);
        const report = await owner.send(new GetObjectCommand({ Bucket: localBuckets.results, Key: reportKey(merchant, importId) }));
        return reportSchema.parse(JSON.parse((await report.Body?.transformToString()) ?? ''));
      },
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function embeddedSandbox(stateFile: string, options: LocalStackOptions, closers: (() => Promise<void>)[]): Promise<ExternalKlikit> {
  const { partnerKey, secretKey } = options.sandboxCredentials ?? {
    partnerKey: 'sandbox-partner',
    secretKey: randomBytes(24).toString('base64url'),
  };
  const sandbox = await startKlikitSandbox({
    credentials: { [partnerKey]: secretKey },
    groups: sandboxGroups,
    stateFile,
    ...port(options.ports?.sandbox),
  });
  closers.push(sandbox.close);
  return { apiUrl: sandbox.url, partnerKey, secretKey };
}

function port(number: number | undefined): { port?: number } {
  return number === undefined ? {} : { port: number };
}

/** The local servers look at the access key only; requests are signed all the same, as on AWS. */
function clientConfig(endpoint: string, accessKeyId: string) {
  return { endpoint, region: 'us-east-1', credentials: { accessKeyId, secretAccessKey: 'local' } };
}
