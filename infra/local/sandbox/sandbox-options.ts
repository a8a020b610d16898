/** How this klikit behaves. Where the contract leaves something open, a switch plays each possibility. */
export interface SandboxOptions {
  /** Default: any free port. */
  port?: number;
  /** Partner key to secret key. */
  credentials: Readonly<Record<string, string>>;
  /** Groups that exist from the start; the importer cannot create them. */
  groups?: readonly { id: number; title: string | Readonly<Record<string, string>> }[];
  /** Keeps the menu over restarts. Default: in memory. */
  stateFile?: string;
  /** Which of the two published sets of error codes is spoken. @default 'reference' */
  errorVocabulary?: 'reference' | 'concept';
  /** @default 201 */
  createStatus?: 200 | 201;
  /** Whether keys are remembered, and for how long. @default 'honoured' */
  idempotency?: 'honoured' | 'ignored' | { forgetAfterMs: number };
  latencyMs?: number;
  rate?: RateCap;
  /** Fields that the contract does not name are refused, so that a misspelt one is seen. @default true */
  strict?: boolean;
  /** The two names that are not published. */
  skuField?: string;
  preparationField?: string;
}

export interface RateCap {
  perSecond: number;
  window: 'fixed' | 'sliding';
  /** Answers carry `X-RateLimit-*`. */
  headers: boolean;
  retryAfter: 'seconds' | 'date' | 'none';
}

/** What goes wrong with the next calls that match. */
export interface Fault {
  kind: /** The connection ends; nothing was done. */
    | 'drop_before'
    /** It was done, and the answer is lost. */
    | 'drop_after'
    /** It was done, and the answer breaks off in the middle. */
    | 'truncate_after'
    /** Nothing was done; `status` and `code` say so. */
    | 'status'
    /** It is done after `delayMs`. */
    | 'slow'
    /** Nothing was done; a web page with status `status`, default 502. */
    | 'html'
    /** It was done; the answer has status 200 and no body. */
    | 'empty_after'
    | 'redirect';
  match?: (call: { method: string; path: string; body: unknown }) => boolean;
  /** @default 1 */
  times?: number;
  status?: number;
  code?: string;
  retryAfter?: string;
  delayMs?: number;
}
