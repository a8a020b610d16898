import type { LocalizedText } from './request-schemas.ts';

/** How this klikit behaves. Where the contract leaves something open, a switch plays each possibility. */
export interface SandboxOptions {
  /** Default: any free port. */
  port?: number;
  /** Secret keys by partner key; each opens the same business. Default: `sandboxCredentials`. */
  credentials?: Readonly<Record<string, string>>;
  /** Modifier groups that exist from the start; the importer cannot create them. */
  groups?: readonly { id: number; title: string | LocalizedText }[];
  /** The menu's frame. Default: one section with one category. */
  sections?: readonly { title: string; categories: readonly string[] }[];
  /** The menu tree also shows items that are in no category, in its first one. @default false */
  listsUncategorised?: boolean;
  /** Keeps the menu over restarts, for one sandbox at a time. Default: in memory. */
  stateFile?: string;
  /** Which of the two published sets of error codes is spoken. @default 'reference' */
  errorVocabulary?: 'reference' | 'concept';
  /** `req_` with a UUID, or 32 hexadecimal digits as in production. @default 'uuid' */
  requestIds?: 'uuid' | 'hex';
  /** @default 201 */
  createStatus?: 200 | 201;
  /** Whether keys are remembered; `honoured` is for 24 hours. @default 'honoured' */
  idempotency?: 'honoured' | 'ignored' | { forgetAfterMs: number };
  /** `attach` takes the place of what a group holds, instead of adding to it. @default false */
  attachReplaces?: boolean;
  /** How long every call takes before it has its effect. @default 0 */
  latencyMs?: number;
  /** Default: no cap. */
  rate?: RateCap;
  /** Fields that the contract does not name are refused, so that a misspelt one is seen. @default true */
  strict?: boolean;
  /** The two names that are not published. @default 'skuID' */
  skuField?: string;
  /** @default 'preparationTime' */
  preparationField?: string;
  /** Default: the machine's clock. */
  now?: () => Date;
}

/** How many calls each credential may make in a second, and how a refusal looks. */
export interface RateCap {
  perSecond: number;
  /** Seconds of the clock, or the thousand milliseconds that end now. */
  window: 'fixed' | 'sliding';
  /** Every answer carries `X-RateLimit-*`. */
  headers: boolean;
  /** The form of `Retry-After`. */
  retryAfter: 'seconds' | 'date' | 'none';
}

/** What a fault may look at to decide whether a call is its own. */
export interface FaultableCall {
  method: string;
  path: string;
  idempotencyKey?: string;
  /** Parsed; `undefined` where it is no JSON. */
  body: unknown;
}

/** Something that goes wrong with the next calls that match. */
export interface Fault {
  kind: FaultKind;
  /** Default: every call. */
  match?: (call: FaultableCall) => boolean;
  /** How many calls it befalls. @default 1 */
  times?: number;
  /** Whether the call has its effect all the same: a gateway's 502 may come after it. Default: as `kind` says. */
  applied?: boolean;
  status?: number;
  code?: string;
  /** The value of the answer's `Retry-After`. */
  retryAfter?: string;
  location?: string;
  /** Time until the effect and the answer. */
  delayMs?: number;
}

type FaultKind =
  /** The connection ends; nothing was done. */
  | 'drop_before'
  /** It was done, and the connection ends: the answer is lost. */
  | 'drop_after'
  /** It was done, and the connection ends in the middle of the answer. */
  | 'truncate_after'
  /** Nothing was done: an error in klikit's envelope, with `status` (default 500) and `code` (default: the status's own). */
  | 'status'
  /** It is done, and rightly answered, after `delayMs` (default 1,000). */
  | 'slow'
  /** Nothing was done: a web page of a gateway, with `status` (default 502). */
  | 'html'
  /** Nothing was done; no body, with `status` (default 200). */
  | 'empty'
  /** It was done; otherwise as `empty`. */
  | 'empty_after'
  /** Nothing was done: a redirect to `location` (default `/login`), with `status` (default 302). */
  | 'redirect';
