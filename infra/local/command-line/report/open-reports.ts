import { ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { merchantPattern } from '../../../../functions/menu-import/parse-event.ts';
import { s3ObjectStore } from '../../../../functions/menu-import/store/s3-object-store.ts';
import { CannotRun } from '../exit-status.ts';
import { boundedStore } from './bounded-store.ts';
import { openLocalResults } from './open-local-results.ts';
import { isBucketName, notABucket } from './parse-report-command.ts';
import type { ReportBucket } from './read-reports.ts';
import type { ReportPlace } from './report-command.ts';

export interface OpenedReports {
  bucket: ReportBucket;
  /** Absent on this machine. */
  bucketName?: string;
  /** Other places on this machine that have reports. */
  elsewhere: string[];
  close: () => Promise<void>;
}

const mostAtOnce = 8;

/** Opens the reports that a command line means. Nothing is asked for yet; on this machine nothing is made either. Throws `StateInUse`. */
export async function openReports(place: ReportPlace, environment: NodeJS.ProcessEnv): Promise<OpenedReports> {
  const bucketName = place.bucket ?? (isAboutThisMachine(place) ? undefined : environment['RESULTS_BUCKET'] || undefined);
  if (bucketName !== undefined) {
    if (!isBucketName(bucketName)) throw new CannotRun(`RESULTS_BUCKET: ${notABucket(bucketName)}`);
    const client = new S3Client({ followRegionRedirects: true });
    return { bucket: reportsIn(client, bucketName), bucketName, elsewhere: [], close: async () => client.destroy() };
  }
  const klikit = place.api === undefined ? 'sandbox' : new URL(place.api).hostname;
  const local = await openLocalResults(place.state ?? '.local', klikit);
  const bucket = local.client === undefined ? nothing : reportsIn(local.client, local.bucketName);
  // Whoever names a klikit means that one.
  return { bucket, elsewhere: place.api === undefined ? local.elsewhere : [], close: local.close };
}

function isAboutThisMachine({ state, api }: ReportPlace): boolean {
  return state !== undefined || api !== undefined;
}

function reportsIn(client: S3Client, bucketName: string): ReportBucket {
  return {
    results: boundedStore(s3ObjectStore(client, bucketName), mostAtOnce),
    merchants: async () => (await foldersOf(client, bucketName, 'reports/')).filter((name) => merchantPattern.test(name)),
  };
}

/** The names that lie below a prefix, without what lies below them. */
async function foldersOf(client: S3Client, bucketName: string, prefix: string): Promise<string[]> {
  const folders: string[] = [];
  let continuation: string | undefined;
  do {
    const page = await client.send(
      new ListObjectsV2Command({ Bucket: bucketName, Prefix: prefix, Delimiter: '/', ContinuationToken: continuation }),
    );
    folders.push(...(page.CommonPrefixes ?? []).flatMap(({ Prefix = '' }) => Prefix.slice(prefix.length, -1)));
    continuation = page.NextContinuationToken;
  } while (continuation !== undefined);
  return folders;
}

/** Where nothing was imported yet. */
const nothing: ReportBucket = {
  results: {
    get: async () => undefined,
    put: async () => 'conflict',
    list: async () => [],
    listCurrent: async () => [],
  },
  merchants: async () => [],
};
