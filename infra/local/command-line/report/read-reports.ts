import { S3ServiceException } from '@aws-sdk/client-s3';
import { addImports, type IndexedImport, indexedImport, parseMonthIndex } from '../../../../functions/menu-import/report/month-index.ts';
import { type Report, reportSchema } from '../../../../functions/menu-import/report/report-schema.ts';
import type { ObjectStore } from '../../../../functions/menu-import/store/object-store.ts';

/** A bucket with the reports of any number of merchants, on AWS or on this machine. */
export interface ReportBucket {
  results: ObjectStore;
  /** Who has anything below `reports/`, in the order of their names. */
  merchants: () => Promise<string[]>;
}

export interface KnownImport extends IndexedImport {
  merchant: string;
}

export interface ReadImports {
  /** The newest first. */
  imports: KnownImport[];
  /** Keys of reports that are there and cannot be understood. */
  unreadable: string[];
}

/**
 * Every import that has a report. The indexes spare reading the reports, and are not relied upon: a report that no index has is
 * read, and its index completed. Throws as S3 does.
 */
export async function readImports(bucket: ReportBucket, merchant?: string): Promise<ReadImports> {
  const merchants = merchant === undefined ? await bucket.merchants() : [merchant];
  const read = await Promise.all(merchants.map((name) => readImportsOf(bucket.results, name)));
  return {
    imports: read.flatMap(({ imports }) => imports).sort(newestFirst),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  };
}

async function readImportsOf(results: ObjectStore, merchant: string): Promise<ReadImports> {
  const keys = await results.list(`reports/${merchant}/`);
  const indexed = (await Promise.all(keys.filter(isMonthIndex).map((key) => readIndex(results, key)))).flat();
  const ids = new Set(indexed.map(({ id }) => id));
  const reports = keys.filter((key) => idOfReport(key) !== undefined && !ids.has(idOfReport(key) ?? ''));
  const read = await Promise.all(reports.map(async (key) => ({ key, entry: await entryOfReport(results, key) })));
  const missed = read.flatMap(({ entry }) => entry ?? []);
  await completeIndexes(results, merchant, missed);
  return {
    imports: [...indexed, ...missed].map((entry) => ({ merchant, ...entry })),
    unreadable: read.flatMap(({ key, entry }) => (entry === undefined ? [key] : [])),
  };
}

/** What an index says of it, without the rows: there may be thousands of reports to read. */
async function entryOfReport(results: ObjectStore, key: string): Promise<IndexedImport | undefined> {
  const object = await results.get(key);
  const report = object === undefined ? undefined : parseReport(object.bytes);
  return report === undefined ? undefined : indexedImport(report);
}

/** `undefined` where it is damaged. */
export function parseReport(bytes: Uint8Array): Report | undefined {
  try {
    return reportSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}

async function readIndex(results: ObjectStore, key: string): Promise<IndexedImport[]> {
  const object = await results.get(key);
  return object === undefined ? [] : (parseMonthIndex(object.bytes) ?? []);
}

/** Whoever may only read reports does without: the next one who may write completes them. */
async function completeIndexes(results: ObjectStore, merchant: string, missed: readonly IndexedImport[]): Promise<void> {
  try {
    await addImports(results, merchant, missed);
  } catch (error) {
    if (!(error instanceof S3ServiceException && error.name === 'AccessDenied')) throw error;
  }
}

function isMonthIndex(key: string): boolean {
  return /^reports\/[^/]+\/\d{4}-\d{2}\/index\.json$/.test(key);
}

/** The import that a key is the report of; `undefined` where it is something else. */
export function idOfReport(key: string): string | undefined {
  return /^reports\/[^/]+\/([\w-]+)\/report\.json$/.exec(key)?.[1];
}

function newestFirst(one: KnownImport, other: KnownImport): number {
  return compareText(other.startedAt, one.startedAt) || compareText(one.merchant, other.merchant) || compareText(one.id, other.id);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
