import type { ImportRequest } from '../import-request.ts';
import type { LearntPace } from '../klikit/pacing/learnt-pace.ts';
import type { KnownEntity } from '../menu/known-entity.ts';
import type { Answered, Closed, Fact, Intent } from './fact.ts';

/** A write that was decided, and how it ended, where that is known. */
export interface Write {
  readonly intent: Intent;
  /** When it was named in the log, in milliseconds: its key is good for a day from then. */
  readonly decidedAtMs: number;
  readonly answer?: Answered;
  /** When the answer was written into the log, in milliseconds. */
  readonly answeredAtMs?: number;
}

/** Who is at work on an import. */
interface Turn {
  readonly writer: string;
  /** Until when that writer may send, in milliseconds. */
  readonly sendUntilMs: number;
  /** It let go: nothing is in flight, and work may go on at that time, in milliseconds. */
  readonly resumeAtMs?: number;
}

export type GroupsRead = Extract<Fact, { fact: 'groups_read' }>['groups'];

/** Everything the log says of one import. */
export interface ImportState {
  readonly id: string;
  readonly request: ImportRequest;
  /** When it was first claimed. */
  startedAt?: string;
  turn?: Turn;
  /** What earlier imports had made when this one began. It does not change while the import runs, so that every slice recognises the same. */
  known: ReadonlyMap<string, KnownEntity>;
  /** Claims in a row after which nothing was decided or seen. */
  fruitlessClaims: number;
  groups?: GroupsRead;
  /** By their names, in the order in which they were decided. */
  readonly writes: Map<string, Write>;
  /** Request ids of attempts that a slice made before it ended, by the name of the write. */
  readonly suspended: Map<string, string[]>;
  /** Requests that klikit was sent, as far as anybody lived to count them. */
  sent: { calls: number; retries: number };
  pausedMs: number;
  closed?: Closed;
}

/** Which of two uploads under one key is the newer one. */
export interface SourceVersion {
  readonly versionId?: string;
  /** S3's own order of the events of a key: hexadecimal. */
  readonly sequencer?: string;
  readonly lastModified?: string;
}

/** What a merchant's log comes to. */
export interface LedgerState {
  /** By the name that the ledger has for each. */
  readonly entities: Map<string, KnownEntity>;
  /** By id, in the order of their arrival; those that were over when a snapshot was made are left out. */
  readonly imports: Map<string, ImportState>;
  /** The newest version of each key that was imported and not refused. */
  readonly newest: Map<string, SourceVersion>;
  /** How fast klikit let itself be called when somebody last let go of an import. */
  pace?: LearntPace;
}

export function emptyLedger(): LedgerState {
  return { entities: new Map(), imports: new Map(), newest: new Map() };
}
