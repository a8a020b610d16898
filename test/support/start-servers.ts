import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { onTestFinished } from 'vitest';
import { type EnvironmentSource, parseEnvironment } from '../../functions/menu-import/environment.ts';
import { createHandler, type Handler, type Surroundings } from '../../functions/menu-import/handler.ts';
import { segmentNumber, segmentPrefix } from '../../functions/menu-import/ledger/ledger-keys.ts';
import { parseSegment, type Segment } from '../../functions/menu-import/ledger/segment.ts';
import { type Report, reportSchema } from '../../functions/menu-import/report/report-schema.ts';
import { reportKey } from '../../functions/menu-import/report/store-report.ts';
import { s3ObjectStore } from '../../functions/menu-import/store/s3-object-store.ts';
import { readWorkbook } from '../../functions/menu-import/workbook/read-workbook.ts';
import { pageFromSource } from '../../infra/bundle-page.ts';
import type { AccessPolicy } from '../../infra/local/s3/access.ts';
import type { S3Event } from '../../infra/local/s3/object-created-event.ts';
import { startS3Server } from '../../infra/local/s3/start-s3-server.ts';
import type { SandboxOptions } from '../../infra/local/sandbox/sandbox-options.ts';
import { startKlikitSandbox } from '../../infra/local/sandbox/start-klikit-sandbox.ts';
import { SecretStore } from '../../infra/local/secrets/secret-store.ts';
import { startSecretsServer } from '../../infra/local/secrets/start-secrets-server.ts';
import { testCredentials } from './import-into-sandbox.ts';
import { temporaryDirectory } from './temporary-directory.ts';

interface ServersOptions {
  /** Each has a secret. @default ['demo'] */
  merchants?: readonly string[];
  /** Of every process of the function, where they differ from its defaults. */
  settings?: EnvironmentSource;
  klikit?: Partial<SandboxOptions>;
  /** Where a test wants more of it than a store can do. */
  secrets?: SecretStore;
}

/** One process of the function. */
interface ProcessOptions extends Pick<Surroundings, 'onCall' | 'onPause' | 'writeLog'> {
  /** How S3 knows it. @default 'function' */
  name?: string;
  settings?: EnvironmentSource;
}

/** A merchant's secret, as an operator writes it. */
export function secretText({ partnerKey, secretKey }: typeof testCredentials): string {
  return JSON.stringify({ partner_key: partnerKey, secret_key: secretKey });
}

/** S3, Secrets Manager and klikit, and no function yet: the events are what the test keeps of S3. Everything ends with the test. */
export async function startServers({ merchants = ['demo'], settings = {}, klikit = {}, secrets: given }: ServersOptions = {}) {
  const { partnerKey, secretKey } = testCredentials;
  const events: S3Event[] = [];
  const refusals: AccessPolicy[] = [];
  const store = given ?? new SecretStore();
  for (const merchant of merchants) store.put(`klikit/${merchant}`, secretText(testCredentials));
  const sandbox = await startKlikitSandbox({ credentials: { [partnerKey]: secretKey }, ...klikit });
  const secrets = await startSecretsServer({ secrets: store });
  const s3 = await startS3Server({
    directory: await temporaryDirectory(),
    buckets: [{ name: 'uploads', notify: true }, { name: 'results' }],
    allow: (request) => !refusals.some((refuses) => refuses(request)),
    onObjectCreated: (event) => void events.push(event),
  });
  for (const server of [sandbox, secrets, s3]) onTestFinished(() => server.close());

  const config = (accessKeyId: string) => ({
    endpoint: s3.url,
    region: 'us-east-1',
    credentials: { accessKeyId, secretAccessKey: 'test' },
  });
  const client = new S3Client(config('owner'));
  const results = s3ObjectStore(client, 'results');
  const environment: EnvironmentSource = {
    UPLOADS_BUCKET: 'uploads',
    RESULTS_BUCKET: 'results',
    KLIKIT_API_URL: sandbox.url,
    DEFAULT_CURRENCY: 'IDR',
    ...settings,
  };

  /** Its own clients, its own memory: what two processes share is S3. */
  const startProcess = ({ name = 'function', settings: own = {}, ...watching }: ProcessOptions = {}): Handler =>
    createHandler(parseEnvironment({ ...environment, ...own }), {
      s3: config(name),
      secretsManager: { ...config(name), endpoint: secrets.url },
      writeLog: () => undefined,
      // Not in a thread, which takes longer to start than these tests to import; the tests of the bundle and of the local stack have it in one.
      readWorkbook: (bytes) => readWorkbook(bytes),
      readPageAssets: pageFromSource,
      ...watching,
    });

  /** Answers the event that S3 sends of it. */
  const upload = async (key: string, bytes: Uint8Array): Promise<S3Event> => {
    const { VersionId: versionId } = await client.send(new PutObjectCommand({ Bucket: 'uploads', Key: key, Body: bytes }));
    const event = events.find(({ Records: [record] }) => record?.s3.object.versionId === versionId);
    if (event === undefined) throw new Error(`S3 sent no event of ${key}`);
    return event;
  };
  const read = async (key: string): Promise<string> => {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: 'results', Key: key }));
    return (await Body?.transformToString()) ?? '';
  };
  const readReport = async (key: string): Promise<Report> => reportSchema.parse(JSON.parse(await read(key)));
  const handler = startProcess();

  return {
    sandbox,
    secrets,
    s3,
    client,
    results,
    environment,
    startProcess,
    /** The process that a test uses where it needs only one. */
    handler,
    upload,
    read,
    /** The upload, its event, and the report that comes of it. */
    async importWorkbook(key: string, bytes: Uint8Array, by: Handler = handler): Promise<Report> {
      const { imports } = await by(await upload(key, bytes));
      return readReport(reportKey(imports[0]?.merchant ?? '', imports[0]?.importId ?? ''));
    },
    /** Every report of a merchant, in no order that means anything. */
    async reports(merchant = 'demo'): Promise<Report[]> {
      const keys = await results.list(`reports/${merchant}/`);
      return Promise.all(keys.filter((key) => key.endsWith('/report.json')).map(readReport));
    },
    /** A merchant's log, object by object. */
    async segments(merchant = 'demo'): Promise<Segment[]> {
      const keys = await results.list(segmentPrefix(merchant));
      return Promise.all(keys.filter((key) => segmentNumber(key) !== undefined).map(async (key) => parseSegment(await read(key))));
    },
    /** From now on S3 answers such requests 403. Lifted by what is returned. */
    refuse(policy: AccessPolicy): () => void {
      refusals.push(policy);
      return () => void refusals.splice(refusals.indexOf(policy), 1);
    },
  };
}

export type Servers = Awaited<ReturnType<typeof startServers>>;
