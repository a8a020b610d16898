import type { ObjectStore } from '../store/object-store.ts';
import { foldSegment } from './fold-segment.ts';
import { segmentKey, segmentNumber, segmentPrefix } from './ledger-keys.ts';
import { emptyLedger, type LedgerState } from './ledger-state.ts';
import { readSnapshot } from './read-snapshot.ts';
import { parseSegment, type Segment } from './segment.ts';

export interface LogPorts {
  results: ObjectStore;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  newId: () => string;
}

/** What a writer wants to append; the log adds what it knows itself. */
export type SegmentDraft = Pick<Segment, 'importId' | 'sendUntil' | 'sent' | 'facts'>;

/** Decides in the light of everything that was appended before; `undefined` where there is nothing to say any more. */
export type DecideSegment = (state: LedgerState) => SegmentDraft | undefined;

/** Another conditional write to the same key is under way; it takes moments, or it failed. */
const underWayMs = 50;
const mostUnderWay = 100;

/**
 * A merchant's log in the results bucket, each object written once and never again. The condition on every put is the fence:
 * whoever appends has read everything before, or does not append.
 */
export class MerchantLog {
  readonly state: LedgerState = emptyLedger();
  readonly merchant: string;
  /** Tells this writer from all others, other slices of the same process among them. */
  readonly writer: string;
  readonly #ports: LogPorts;
  #next = 1;
  #snapshotAt = 0;

  private constructor(merchant: string, ports: LogPorts) {
    this.merchant = merchant;
    this.writer = ports.newId();
    this.#ports = ports;
  }

  /** Reads the newest snapshot and what follows it. */
  static async open(merchant: string, ports: LogPorts): Promise<MerchantLog> {
    const log = new MerchantLog(merchant, ports);
    const upTo = await readSnapshot(ports.results, merchant, log.state);
    log.#snapshotAt = upTo;
    log.#next = upTo + 1;
    await log.refresh();
    return log;
  }

  /** How many objects follow the snapshot. */
  get length(): number {
    return this.#next - 1 - this.#snapshotAt;
  }

  /** The number of the last object that was read or written. */
  get last(): number {
    return this.#next - 1;
  }

  /** Reads what others have appended since. Throws where an object is missing: a log with a hole cannot be trusted. */
  async refresh(): Promise<void> {
    const { results } = this.#ports;
    const keys = await results.list(segmentPrefix(this.merchant), segmentKey(this.merchant, this.#next - 1));
    const numbers = keys.flatMap((key) => segmentNumber(key) ?? []);
    const segments = await Promise.all(numbers.map((number) => this.#read(number)));
    for (const [position, number] of numbers.entries()) {
      const segment = segments[position];
      if (number !== this.#next || segment === undefined) throw new Error(`the ledger of ${this.merchant} lost its object ${this.#next}`);
      this.#fold(segment);
    }
  }

  /** Appends one object behind everything that is there. Whether it did: `decide` may find that there is no reason any more. */
  async append(decide: DecideSegment): Promise<boolean> {
    const { now, sleep, newId } = this.#ports;
    const id = newId();
    for (let underWay = 0; underWay < mostUnderWay; ) {
      const draft = decide(this.state);
      if (draft === undefined) return false;
      const segment: Segment = { schemaVersion: 2, id, writer: this.writer, writtenAt: now().toISOString(), ...draft };
      const written = await this.#put(segment);
      if (written === 'written') {
        this.#fold(segment);
        return true;
      }
      const there = await this.#read(this.#next);
      if (there === undefined) {
        // A put that failed for another reason than its condition is not tried again here.
        if (written !== 'conflict') throw written.failure;
        underWay += 1;
        await sleep(underWayMs);
        continue;
      }
      this.#fold(there);
      // A conditional put can lie: its answer was lost, and the SDK's own retry met what it had written itself.
      if (there.id === id) return true;
    }
    throw new Error(`${segmentKey(this.merchant, this.#next)} could not be written: another write to it never ended`);
  }

  async #put(segment: Segment): Promise<'written' | 'conflict' | { failure: unknown }> {
    try {
      return await this.#ports.results.put(segmentKey(this.merchant, this.#next), JSON.stringify(segment), { absent: true });
    } catch (failure) {
      return { failure };
    }
  }

  async #read(number: number): Promise<Segment | undefined> {
    const object = await this.#ports.results.get(segmentKey(this.merchant, number));
    return object === undefined ? undefined : parseSegment(new TextDecoder().decode(object.bytes));
  }

  #fold(segment: Segment): void {
    foldSegment(this.state, segment);
    this.#next += 1;
  }
}
