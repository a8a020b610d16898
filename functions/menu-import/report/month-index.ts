import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { ObjectStore } from '../store/object-store.ts';
import { type Report, reportSchema } from './report-schema.ts';

const { import: importSchema, summary: summarySchema } = reportSchema.shape;

const indexedImportSchema = importSchema
  .pick({ id: true, startedAt: true, finishedAt: true, outcome: true, reason: true, trigger: true })
  .extend({
    /** The key of the workbook in the uploads bucket. */
    file: z.string(),
    summary: summarySchema,
  });

/** `index.json`: the imports of a merchant that began in one month, the oldest first. All of it can be made again from their reports. */
const monthIndexSchema = z.object({
  schemaVersion: z.literal(1),
  merchant: z.string(),
  /** In UTC: `2026-11`. */
  month: z.string(),
  imports: z.array(indexedImportSchema),
});

/** What an index says of one import. */
export type IndexedImport = z.infer<typeof indexedImportSchema>;

const mostRivals = 20;

/** The index of the month that an import began in, in the results bucket. */
export function monthIndexKey(merchant: string, startedAt: string): string {
  return `reports/${merchant}/${monthOf(startedAt)}/index.json`;
}

/** A report as an index has it. */
export function indexedImport({ import: { id, startedAt, finishedAt, outcome, reason, trigger, source }, summary }: Report): IndexedImport {
  return { id, startedAt, finishedAt, outcome, ...(reason === undefined ? {} : { reason }), trigger, file: source.key, summary };
}

/** The imports of an index, or `undefined` where it is damaged, or of a version that is not known here. */
export function parseMonthIndex(bytes: Uint8Array): IndexedImport[] | undefined {
  try {
    return monthIndexSchema.parse(JSON.parse(new TextDecoder().decode(bytes))).imports;
  } catch {
    return undefined;
  }
}

/** Sees to it that the index of its month has the import. Writes nothing where it has. */
export function addToMonthIndex(results: ObjectStore, report: Report): Promise<void> {
  return addImports(results, report.import.merchant, [indexedImport(report)]);
}

/** The same of several imports of a merchant. A damaged index is begun anew: it must not stop an import, and whoever lists the reports completes it. */
export async function addImports(results: ObjectStore, merchant: string, imports: readonly IndexedImport[]): Promise<void> {
  for (const [month, ofMonth] of Map.groupBy(imports, ({ startedAt }) => monthOf(startedAt))) {
    await addToMonth(results, { merchant, month }, ofMonth);
  }
}

async function addToMonth(
  results: ObjectStore,
  index: { merchant: string; month: string },
  imports: readonly IndexedImport[],
): Promise<void> {
  const key = monthIndexKey(index.merchant, index.month);
  // Another import may write it between the reading and the writing; then look again.
  for (let rival = 0; rival < mostRivals; rival += 1) {
    const current = await results.get(key);
    const known = current === undefined ? undefined : parseMonthIndex(current.bytes);
    const all = merge(known ?? [], imports);
    if (isDeepStrictEqual(all, known)) return;
    const condition = current === undefined ? { absent: true as const } : { matches: current.etag };
    if ((await results.put(key, JSON.stringify({ schemaVersion: 1, ...index, imports: all }), condition)) === 'written') return;
  }
  throw new Error(`${key} kept changing while it was written`);
}

function merge(known: readonly IndexedImport[], imports: readonly IndexedImport[]): IndexedImport[] {
  const byId = new Map([...known, ...imports].map((entry) => [entry.id, entry]));
  return [...byId.values()].sort((one, other) => compareText(one.startedAt, other.startedAt) || compareText(one.id, other.id));
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function monthOf(startedAt: string): string {
  return startedAt.slice(0, 'yyyy-mm'.length);
}
