import * as z from 'zod';
import { apiBase } from './api-url.ts';
import { CredentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.ts';
import type { HttpFetch } from './http-fetch.ts';
import { klikitIdSchema } from './klikit-id.ts';
import { findMenuEntries, type MenuTreeEntry } from './menu-entries.ts';
import { findModifierGroups, type ModifierGroup } from './menu-groups.ts';
import type { Pacing } from './pacing/pacing.ts';
import { takeTurns } from './pacing/take-turns.ts';
import { PauseGate } from './pause-gate.ts';
import { RetryBudget } from './retry-budget.ts';
import { type PreparedRequest, sendRequest } from './send-request.ts';
import { type SendPermit, sendWrite, type WritePorts } from './send-write.ts';
import type { Doubt, NotAttemptedCause, WriteOutcome } from './write-outcome.ts';

/** Something that went over the wire, for whoever watches. */
export type CallEvent = { kind: 'call' } | { kind: 'retry' } | { kind: 'pause'; seconds: number; cause: NotAttemptedCause };

export interface KlikitClientOptions {
  /** An origin, or its `/v1/partner` base. */
  apiUrl: string;
  credentials: Credentials;
  /** Asked when klikit rejects the credentials: they may have been rotated. */
  rereadCredentials: () => Promise<Credentials>;
  fetch: HttpFetch;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
  permit: SendPermit;
  /** Whether a write in doubt is sent again. */
  resends: boolean;
  /** The JSON name of a SKU, to find it in klikit's menu. */
  skuField: string;
  requestTimeoutMs: number;
  maxPauseSeconds: number;
  /** How fast klikit can be called with these credentials, as far as it is known. */
  pacing: Pacing;
  /** See `PauseGate`. */
  slice?: { pausedMs: number; endsAt: Date; longestPauseMs: number };
  onCall?: (event: CallEvent) => void;
}

/** `suspended`: the slice ended before it could be read. */
export type MenuTreeRead = { ok: true; groups: ModifierGroup[]; entries: MenuTreeEntry[] } | { ok: false; suspended: boolean };

/** A write as the ledger names it: decided once, and sent to the letter however often. */
export interface DecidedWrite {
  /** At most 64 characters. */
  idempotencyKey: string;
  body: string;
  /** These bytes may have been sent before. */
  doubtBefore?: Doubt;
}

/** The calls of the Partner API that an import makes. One client serves one slice of one import. */
export interface KlikitClient {
  /** POST /v1/partner/menus/items. Never rejects because of an answer. */
  createItem(write: DecidedWrite): Promise<WriteOutcome<{ id: number }>>;
  /** POST /v1/partner/menus/modifier-groups/modifiers. */
  linkModifiers(write: DecidedWrite): Promise<WriteOutcome<true>>;
  /** GET /v1/partner/menus, the business's own menu. */
  readMenuTree(): Promise<MenuTreeRead>;
  /** Requests sent so far, and how many of them repeated an earlier one. */
  stats(): { calls: number; retries: number };
  /** Why the import stopped itself; `undefined` while it goes on. */
  stopped(): NotAttemptedCause | undefined;
  /** When the next slice may go on, and what was paused without progress; `undefined` while this one goes on. */
  suspended(): { resumeAtMs: number; pausedMs: number } | undefined;
}

const createdSchema = z.object({ data: z.object({ id: klikitIdSchema }) }).transform(({ data }) => ({ id: data.id }));
/** What the data of a link look like is not published; an envelope that holds an error is no success, whatever its status. */
const linkedSchema = z.object({ error: z.null().optional() });
const treeSchema = z.object({ data: z.object({}).loose() });

/** Throws where `apiUrl` is no safe address. */
export function createKlikitClient(options: KlikitClientOptions): KlikitClient {
  const base = apiBase(options.apiUrl);
  const { now, sleep, random, onCall } = options;
  const counts = { calls: 0, retries: 0 };
  const seen = new WeakSet<PreparedRequest>();
  const gate = new PauseGate({
    now,
    sleep,
    maxPauseSeconds: options.maxPauseSeconds,
    ...options.slice,
    ...(onCall && { onPause: (seconds, cause) => onCall({ kind: 'pause', seconds, cause }) }),
  });
  const ports: WritePorts = {
    gate,
    takeTurn: takeTurns({ pacing: options.pacing, gate, now }),
    budget: new RetryBudget(options.slice?.pausedMs),
    silentMs: () => options.pacing.silentMs(now().getTime()),
    now,
    random,
    permit: options.permit,
    resends: options.resends,
    credentials: new CredentialSource(options.credentials, options.rereadCredentials),
    send: (request, authorization) => {
      const repeated = seen.has(request);
      seen.add(request);
      counts.calls += 1;
      if (repeated) counts.retries += 1;
      onCall?.({ kind: repeated ? 'retry' : 'call' });
      return sendRequest(request, authorization, options.fetch, options.requestTimeoutMs);
    },
  };
  const write = <T>(path: string, { idempotencyKey, body, doubtBefore }: DecidedWrite, read: (json: unknown) => T | undefined) => {
    const request: PreparedRequest = {
      method: 'POST',
      url: new URL(path, base),
      headers: { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': idempotencyKey },
      body,
    };
    return sendWrite(request, read, ports, doubtBefore);
  };

  return {
    createItem: (decided) => write('menus/items', decided, (json) => createdSchema.safeParse(json).data),
    linkModifiers: (decided) =>
      write('menus/modifier-groups/modifiers', decided, (json) => (linkedSchema.safeParse(json).success ? (true as const) : undefined)),
    async readMenuTree() {
      const request: PreparedRequest = { method: 'GET', url: new URL('menus', base), headers: { accept: 'application/json' } };
      // A read leaves no doubt behind, but it is retried by the same rules.
      const read = await sendWrite(request, (json) => treeSchema.safeParse(json).data, { ...ports, resends: true });
      if (read.outcome !== 'done') return { ok: false, suspended: read.outcome === 'suspended' };
      const { data } = read.value;
      return { ok: true, groups: findModifierGroups(data), entries: findMenuEntries(data, options.skuField) };
    },
    stats: () => ({ ...counts }),
    stopped: () => gate.stopped,
    suspended: () => (gate.resumeAtMs === undefined ? undefined : { resumeAtMs: gate.resumeAtMs, pausedMs: gate.pausedMs }),
  };
}
