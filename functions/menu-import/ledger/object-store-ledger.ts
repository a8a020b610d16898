import type { ObjectStore } from '../store/object-store.ts';
import { type Fact, type Segment, segmentSchema } from './fact.ts';
import { foldFacts } from './fold-facts.ts';
import type { Ledger } from './ledger.ts';

interface LedgerOptions {
  results: ObjectStore;
  merchant: string;
  importId: string;
  now: () => Date;
}

/** So many facts go into one object, so that a large menu costs few writes. */
const batchSize = 25;

/** The merchant's log in the results bucket: `ledger/{merchant}/{number}.json`, each object written once and never again. */
export function objectStoreLedger({ results, merchant, importId, now }: LedgerOptions): Ledger {
  const prefix = `ledger/${merchant}/`;
  const pending: Fact[] = [];
  let next = 1;
  let writing: Promise<void> = Promise.resolve();

  async function append(): Promise<void> {
    const facts = pending.splice(0);
    if (facts.length === 0) return;
    const segment: Segment = { schemaVersion: 1, importId, writtenAt: now().toISOString(), facts };
    const body = JSON.stringify(segment);
    while ((await results.put(segmentKey(prefix, next), body, { absent: true })) === 'conflict') next += 1;
    next += 1;
  }

  const enqueue = (): Promise<void> => {
    writing = writing.then(append);
    // Whoever flushes hears of a failure; until then it must not count as unhandled.
    writing.catch(() => undefined);
    return writing;
  };

  return {
    async entities() {
      const keys = await results.list(prefix);
      next = keys.length + 1;
      const segments = await Promise.all(keys.map((key) => readSegment(results, key)));
      return foldFacts(segments.flatMap((segment) => segment.facts));
    },
    record(fact) {
      pending.push(fact);
      if (pending.length === batchSize) void enqueue();
    },
    flush: enqueue,
  };
}

function segmentKey(prefix: string, number: number): string {
  return `${prefix}${String(number).padStart(10, '0')}.json`;
}

async function readSegment(results: ObjectStore, key: string): Promise<Segment> {
  const object = await results.get(key);
  if (object === undefined) throw new Error(`the ledger lost its segment ${key}`);
  return segmentSchema.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
}
