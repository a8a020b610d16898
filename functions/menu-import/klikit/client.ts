import * as z from 'zod';
import { apiBase } from './api-url.ts';
import type { ItemBody } from './build-item-body.ts';
import type { LinkBody } from './build-link-body.ts';
import { CredentialSource } from './credential-source.ts';
import type { Credentials } from './credentials.ts';
import { klikitIdSchema } from './klikit-id.ts';
import { limitConcurrency } from './limit-concurrency.ts';
import { findModifierGroups, type ModifierGroup } from './menu-groups.ts';
import { PauseGate } from './pause-gate.ts';
import { type PreparedRequest, sendRequest } from './send-request.ts';
import { sendWrite, type WritePorts } from './send-write.ts';
import type { NotAttemptedCause, WriteOutcome } from './write-outcome.ts';

/** Something that went over the wire, for whoever watches. */
export type CallEvent = { kind: 'call' } | { kind: 'retry' } | { kind: 'pause'; seconds: number; cause: NotAttemptedCause };

export interface KlikitClientOptions {
  /** An origin, or its `/v1/partner` base. */
  apiUrl: string;
  credentials: Credentials;
  /** Asked when klikit rejects the credentials: they may have been rotated. */
  rereadCredentials: () => Promise<Credentials>;
  fetch: typeof fetch;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  random: () => number;
  /** At most 64 characters; the same for the same operation with the same body, so that sending it again cannot do it twice. */
  idempotencyKey: (operation: string, body: string) => string;
  requestTimeoutMs: number;
  maxPauseSeconds: number;
  maxConcurrency: number;
  onCall?: (event: CallEvent) => void;
}

type GroupsRead = { ok: true; groups: ModifierGroup[] } | { ok: false };

/** The calls of the Partner API that an import makes. One client serves one import of one merchant. */
export interface KlikitClient {
  /** POST /v1/partner/menus/items. `operation` names it within the import. Never rejects because of an answer. */
  createItem(operation: string, body: ItemBody): Promise<WriteOutcome<{ id: number }>>;
  /** POST /v1/partner/menus/modifier-groups/modifiers. */
  linkModifiers(operation: string, body: LinkBody): Promise<WriteOutcome<true>>;
  /** GET /v1/partner/menus, the business's own menu. */
  readModifierGroups(): Promise<GroupsRead>;
  /** Requests sent so far, and how many of them repeated an earlier one. */
  stats(): { calls: number; retries: number };
  /** Why the import stopped itself; `undefined` while it goes on. */
  stopped(): NotAttemptedCause | undefined;
}

const createdSchema = z.object({ data: z.object({ id: klikitIdSchema }) }).transform(({ data }) => ({ id: data.id }));
/** What the data of a link look like is not published; an envelope that holds an error is no success, whatever its status. */
const linkedSchema = z.object({ error: z.null().optional() });
const treeSchema = z.object({ data: z.object({}).loose() });

/** Throws where `apiUrl` is no safe address. */
export function createKlikitClient(options: KlikitClientOptions): KlikitClient {
  const base = apiBase(options.apiUrl);
  const { now, sleep, random, onCall } = options;
  const limited = limitConcurrency(options.maxConcurrency);
  const counts = { calls: 0, retries: 0 };
  const seen = new WeakSet<PreparedRequest>();
  const gate = new PauseGate({
    now,
    sleep,
    maxPauseSeconds: options.maxPauseSeconds,
    ...(onCall && { onPause: (seconds, cause) => onCall({ kind: 'pause', seconds, cause }) }),
  });
  const ports: WritePorts = {
    gate,
    now,
    sleep,
    random,
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
  const write = <T>(path: string, operation: string, content: object, read: (json: unknown) => T | undefined) => {
    const body = JSON.stringify(content);
    const request: PreparedRequest = {
      method: 'POST',
      url: new URL(path, base),
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        'idempotency-key': options.idempotencyKey(operation, body),
      },
      body,
    };
    return limited(() => sendWrite(request, read, ports));
  };

  return {
    createItem: (operation, body) => write('menus/items', operation, body, (json) => createdSchema.safeParse(json).data),
    linkModifiers: (operation, body) =>
      write('menus/modifier-groups/modifiers', operation, body, (json) =>
        linkedSchema.safeParse(json).success ? (true as const) : undefined,
      ),
    async readModifierGroups() {
      const request: PreparedRequest = { method: 'GET', url: new URL('menus', base), headers: { accept: 'application/json' } };
      // A read leaves no doubt behind, but it is retried by the same rules.
      const read = await limited(() => sendWrite(request, (json) => treeSchema.safeParse(json).data, ports));
      return read.outcome === 'done' ? { ok: true, groups: findModifierGroups(read.value.data) } : { ok: false };
    },
    stats: () => ({ ...counts }),
    stopped: () => gate.stopped,
  };
}
