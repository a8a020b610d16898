import type { CallEvent } from './klikit/client.ts';
import type { Credentials } from './klikit/credentials.ts';
import type { HttpFetch } from './klikit/http-fetch.ts';
import type { PaceMemory } from './klikit/pacing/pace-memory.ts';
import type { WireNames } from './klikit/wire-names.ts';
import type { MenuDefaults } from './menu/parse-menu.ts';
import type { Renderings } from './report/renderings.ts';
import type { Report } from './report/report-schema.ts';
import type { ObjectStore } from './store/object-store.ts';
import type { Workbook } from './workbook/workbook.ts';

/** How far an import is, for whoever watches. */
export interface ImportProgress {
  rowsDone: number;
  rowsTotal: number;
}

/** What is done with a write that was sent and never answered: sent again with the same key, or reported as `unknown`. */
export type InDoubt = 'resend' | 'report';

export interface ImportSettings {
  /** An origin, or its `/v1/partner` base. */
  apiUrl: string;
  /** Calls in flight at once, at most. */
  maxConcurrency: number;
  requestTimeoutMs: number;
  /** Pauses without progress between them may add up to this; then the import stops itself. */
  maxPauseSeconds: number;
  inDoubt: InDoubt;
  /** So many writes are named in the ledger at once, before the first of them is sent. */
  chunkSize: number;
  /** No more are named while so many have no answer. */
  mostOpen: number;
  /** For so long after it was named, a write may be sent. Whoever takes over waits for it. */
  sendWindowMs: number;
  /** By how much the clocks of two machines may differ. */
  clockMarginMs: number;
}

/** Everything through which an import touches the world. */
export interface ImportPorts {
  uploads: ObjectStore;
  results: ObjectStore;
  readWorkbook: (bytes: Uint8Array) => Promise<Workbook>;
  /** Rejects with `CredentialsUnavailable` where the merchant's secret cannot be used. */
  readCredentials: (merchant: string) => Promise<Credentials>;
  /** What this process has learnt of klikit's caps. */
  paces: PaceMemory;
  fetch: HttpFetch;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  /** From 0 to 1, for jitter. */
  random: () => number;
  /** A new id at every call that nobody else has: UUIDs. */
  newId: () => string;
  defaults: MenuDefaults;
  wireNames: WireNames;
  settings: ImportSettings;
  /** A report as people read it: `report/renderings.ts`. */
  renderings: Renderings;
  onProgress?: (progress: ImportProgress) => void;
  onCall?: (event: CallEvent) => void;
  /** A report is there, and it is this process that wrote it: told once of each import, whoever took part in it. */
  onReport?: (report: Report) => void;
}
